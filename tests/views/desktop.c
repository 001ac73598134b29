/* SPDX-License-Identifier: GPL-3.0-or-later
 * A desktop and a logind on the test's own bus, which say what the test wants.
 */
#include "views/desktop.h"

#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <unistd.h>

static const char logind_xml[] =
  "<node><interface name='org.freedesktop.login1.Manager'>"
  "<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='out'/></method>"
  "</interface><interface name='org.freedesktop.login1.User'>"
  "<property name='Display' type='(so)' access='read'/></interface></node>";

static void
call_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  Logind *logind = user_data;
  g_autoptr (GUnixFDList) files = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;
  const char *what, *mode;
  int ends[2];

  g_assert_cmpstr (method, ==, "Inhibit");
  g_variant_get (parameters, "(&s&s&s&s)", &what, NULL, NULL, &mode);
  g_assert_cmpstr (what, ==, "sleep");
  g_assert_cmpstr (mode, ==, "delay");
  g_unix_open_pipe (ends, O_CLOEXEC | O_NONBLOCK, &error);
  g_assert_no_error (error);
  g_unix_fd_list_append (files, ends[1], &error);
  g_assert_no_error (error);
  close (ends[1]);
  g_clear_fd (&logind->delay, NULL);
  logind->delay = ends[0];
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), files);
}

static GVariant *
get_cb (GDBusConnection *bus,
        const char *sender,
        const char *path,
        const char *interface,
        const char *property,
        GError **error,
        gpointer user_data)
{
  return g_variant_new ("(so)", "1", LOGIND_SESSION);
}

static void
own_name (GDBusConnection *bus, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                 "RequestName", g_variant_new ("(su)", name, 0), NULL, G_DBUS_CALL_FLAGS_NONE,
                                 -1, NULL, &error);

  g_assert_no_error (error);
}

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus =
    g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

Logind *
logind_new (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb, .get_property = get_cb };
  Logind *logind = g_new0 (Logind, 1);
  g_autoptr (GError) error = NULL;

  logind->delay = -1;
  logind->bus = connect_to_bus ();
  logind->info = g_dbus_node_info_new_for_xml (logind_xml, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (logind->bus, "/org/freedesktop/login1", logind->info->interfaces[0],
                                     &vtable, logind, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (logind->bus, "/org/freedesktop/login1/user/self",
                                     logind->info->interfaces[1], &vtable, logind, NULL, &error);
  g_assert_no_error (error);
  own_name (logind->bus, "org.freedesktop.login1");
  return logind;
}

void
logind_free (Logind *logind)
{
  g_dbus_connection_close_sync (logind->bus, NULL, NULL);
  g_object_unref (logind->bus);
  g_dbus_node_info_unref (logind->info);
  g_clear_fd (&logind->delay, NULL);
  g_free (logind);
}

void
desktop_say (GDBusConnection *bus,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (bus, NULL, path, interface, signal, parameters, &error);
  g_assert_no_error (error);
  g_dbus_connection_flush_sync (bus, NULL, &error);
  g_assert_no_error (error);
}

bool
logind_is_let_go (Logind *logind)
{
  char byte;

  return read (logind->delay, &byte, 1) == 0;
}

static const char desktop_xml[] =
  "<node><interface name='org.gnome.SessionManager'>"
  "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='o' direction='out'/></method></interface>"
  "<interface name='org.gnome.ScreenSaver'><method name='GetActive'><arg type='b' direction='out'/></method>"
  "</interface></node>";

/** A desktop that the toolkit finds when the program starts. In a thread, as the toolkit waits for its answers. */
typedef struct {
  GDBusConnection *bus;
  GMainContext *context;
  GMainLoop *loop;
  GThread *thread;
} Desktop;

static Desktop desktop;

static void
desktop_call_cb (GDBusConnection *bus,
                 const char *sender,
                 const char *path,
                 const char *interface,
                 const char *method,
                 GVariant *parameters,
                 GDBusMethodInvocation *invocation,
                 gpointer user_data)
{
  if (g_str_equal (method, "GetActive"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", FALSE));
  else
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(o)", "/org/gnome/SessionManager/Client1"));
}

static gpointer
desktop_thread (gpointer user_data)
{
  g_main_context_push_thread_default (desktop.context);
  g_main_loop_run (desktop.loop);
  g_main_context_pop_thread_default (desktop.context);
  return NULL;
}

void
desktop_start (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = desktop_call_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (desktop_xml, &error);

  g_assert_no_error (error);
  desktop.context = g_main_context_new ();
  desktop.loop = g_main_loop_new (desktop.context, FALSE);
  g_main_context_push_thread_default (desktop.context);
  desktop.bus = connect_to_bus ();
  g_dbus_connection_register_object (desktop.bus, "/org/gnome/SessionManager", info->interfaces[0], &vtable,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (desktop.bus, "/org/gnome/ScreenSaver", info->interfaces[1], &vtable,
                                     NULL, NULL, &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (desktop.context);
  own_name (desktop.bus, "org.gnome.SessionManager");
  own_name (desktop.bus, "org.gnome.ScreenSaver");
  desktop.thread = g_thread_new ("desktop", desktop_thread, NULL);
}

void
desktop_stop (void)
{
  g_main_loop_quit (desktop.loop);
  g_thread_join (desktop.thread);
  g_dbus_connection_close_sync (desktop.bus, NULL, NULL);
  g_object_unref (desktop.bus);
  g_main_loop_unref (desktop.loop);
  g_main_context_unref (desktop.context);
}

GDBusConnection *
desktop_get_bus (void)
{
  return desktop.bus;
}

void
logind_forget (Logind *logind)
{
  g_clear_fd (&logind->delay, NULL);
}
