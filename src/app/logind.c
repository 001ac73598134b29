/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the system says of this desktop's session: that it is locked, and that the computer goes to sleep.
 */
#define G_LOG_DOMAIN "hearth-app"

#include "config.h"

#include "app/logind.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define NAME "org.freedesktop.login1"
#define MANAGER "org.freedesktop.login1.Manager"
#define MANAGER_PATH "/org/freedesktop/login1"
#define OWN_USER_PATH "/org/freedesktop/login1/user/self"

struct _HearthLogind {
  GObject parent_instance;

  /* Owned */
  GCancellable *leaving;
  GDBusConnection *bus; /* NULL where there is none */
  guint sleep_subscription;
  guint lock_subscription;
  int delay; /* keeps the computer awake until we have locked; -1: none */
};

G_DEFINE_FINAL_TYPE (HearthLogind, hearth_logind, G_TYPE_OBJECT)

enum { LOCK, SLEEP, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Staying awake ---- */

static void
delay_taken_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthLogind) self = user_data;
  g_autoptr (GUnixFDList) files = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &files, result, &error);
  int file;

  if (reply == NULL)
    {
      g_debug ("Sleep cannot be delayed: %s", error->message);
      return;
    }
  file = files != NULL ? g_unix_fd_list_get (files, 0, NULL) : -1;
  g_clear_fd (&self->delay, NULL);
  /* It may have been given to somebody who is gone. */
  if (g_cancellable_is_cancelled (self->leaving))
    g_clear_fd (&file, NULL);
  else
    self->delay = file;
}

static void
take_delay (HearthLogind *self)
{
  g_dbus_connection_call_with_unix_fd_list (self->bus, NAME, MANAGER_PATH, MANAGER, "Inhibit",
                                            g_variant_new ("(ssss)", "sleep", "Hearth",
                                                           /* Translators: why the computer waits a moment
                                                              before it sleeps; shown by the desktop. */
                                                           _ ("Locks first"), "delay"),
                                            G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL,
                                            self->leaving, delay_taken_cb, g_object_ref (self));
}

/* ---- Callbacks ---- */

static void
sleep_cb (GDBusConnection *bus,
          const char *sender,
          const char *path,
          const char *interface,
          const char *signal,
          GVariant *parameters,
          gpointer user_data)
{
  HearthLogind *self = user_data;
  gboolean begins;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;
  g_variant_get (parameters, "(b)", &begins);
  if (!begins)
    {
      take_delay (self);
      return;
    }
  g_signal_emit (self, signals[SLEEP], 0);
  g_clear_fd (&self->delay, NULL);
}

static void
lock_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *signal,
         GVariant *parameters,
         gpointer user_data)
{
  g_signal_emit (user_data, signals[LOCK], 0);
}

/* The session that the person sits at, which a program that the desktop started for them need not be part of. */
static void
session_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthLogind) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) value = NULL;
  const char *path;

  if (reply == NULL)
    {
      g_debug ("No session to follow: %s", error->message);
      return;
    }
  g_variant_get (reply, "(v)", &value);
  if (g_cancellable_is_cancelled (self->leaving) || !g_variant_is_of_type (value, G_VARIANT_TYPE ("(so)")))
    return;
  g_variant_get_child (value, 1, "&o", &path);
  self->lock_subscription =
    g_dbus_connection_signal_subscribe (self->bus, NAME, "org.freedesktop.login1.Session", "Lock", path, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, lock_cb, self, NULL);
}

static void
bus_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthLogind) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);

  if (bus == NULL || g_cancellable_is_cancelled (self->leaving))
    return;
  self->bus = g_steal_pointer (&bus);
  self->sleep_subscription =
    g_dbus_connection_signal_subscribe (self->bus, NAME, MANAGER, "PrepareForSleep", MANAGER_PATH, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, sleep_cb, self, NULL);
  g_dbus_connection_call (self->bus, NAME, OWN_USER_PATH, "org.freedesktop.DBus.Properties", "Get",
                          g_variant_new ("(ss)", "org.freedesktop.login1.User", "Display"),
                          G_VARIANT_TYPE ("(v)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->leaving,
                          session_found_cb, g_object_ref (self));
  take_delay (self);
}

/* ---- Overrides ---- */

static void
hearth_logind_dispose (GObject *object)
{
  HearthLogind *self = HEARTH_LOGIND (object);

  g_cancellable_cancel (self->leaving);
  if (self->bus != NULL && self->sleep_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->sleep_subscription);
  if (self->bus != NULL && self->lock_subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->lock_subscription);
  self->sleep_subscription = self->lock_subscription = 0;
  g_clear_object (&self->bus);
  g_clear_fd (&self->delay, NULL);

  G_OBJECT_CLASS (hearth_logind_parent_class)->dispose (object);
}

static void
hearth_logind_finalize (GObject *object)
{
  g_object_unref (HEARTH_LOGIND (object)->leaving);

  G_OBJECT_CLASS (hearth_logind_parent_class)->finalize (object);
}

static void
hearth_logind_class_init (HearthLogindClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = hearth_logind_dispose;
  object_class->finalize = hearth_logind_finalize;

  signals[LOCK] =
    g_signal_new ("lock", HEARTH_TYPE_LOGIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SLEEP] =
    g_signal_new ("sleep", HEARTH_TYPE_LOGIND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_logind_init (HearthLogind *self)
{
  self->leaving = g_cancellable_new ();
  self->delay = -1;
}

/* ---- Public ---- */

HearthLogind *
hearth_logind_new (void)
{
  HearthLogind *self = g_object_new (HEARTH_TYPE_LOGIND, NULL);

  g_bus_get (G_BUS_TYPE_SYSTEM, self->leaving, bus_found_cb, g_object_ref (self));
  return self;
}
