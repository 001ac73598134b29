/* SPDX-License-Identifier: GPL-3.0-or-later
 * The print dialog that the desktop's portal shows for a sandbox, so that it can be closed again: the toolkit cannot.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/print-request.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define MARK "hearth-request"

struct _HearthPrintRequest {
  GDBusConnection *bus;
  char *mark; /* in the settings of the call that belongs to this one */

  /* Main thread */
  guint filter;
  HearthPrintRefusedFunc refused;
  gpointer user_data;
  bool is_freed;

  GMutex mutex;     /* of what follows: filters run in a thread of their own */
  guint32 serial;   /* of the call; 0 until it was made */
  bool is_answered; /* by the portal */
  bool was_refused;
  bool is_closing;
  char *path; /* of the dialog; NULL until it is up */
};

/* The last to go: the filter, or what it told the main thread. */
static void
clear (HearthPrintRequest *self)
{
  g_mutex_clear (&self->mutex);
  g_object_unref (self->bus);
  g_free (self->mark);
  g_free (self->path);
}

static void
release (gpointer self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

static void
remove_filter (HearthPrintRequest *self)
{
  guint filter = self->filter;

  self->filter = 0;
  if (filter != 0)
    g_dbus_connection_remove_filter (self->bus, filter);
}

static void
close_dialog (HearthPrintRequest *self, const char *path)
{
  g_dbus_connection_call (self->bus, PORTAL, path, "org.freedesktop.portal.Request", "Close", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static gboolean
answered_cb (gpointer user_data)
{
  HearthPrintRequest *self = user_data;

  if (self->is_freed)
    remove_filter (self);
  else if (self->was_refused)
    self->refused (self->user_data);
  return G_SOURCE_REMOVE;
}

/* ---- In the thread of the connection, locked ---- */

static bool
is_ours (HearthPrintRequest *self, GDBusMessage *message)
{
  GVariant *body = g_dbus_message_get_body (message);
  g_autoptr (GVariant) settings = NULL;
  const char *mark;

  if (g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL ||
      g_strcmp0 (g_dbus_message_get_interface (message), "org.freedesktop.portal.Print") != 0 ||
      g_strcmp0 (g_dbus_message_get_member (message), "PreparePrint") != 0 || body == NULL ||
      !g_variant_is_of_type (body, G_VARIANT_TYPE ("(ssa{sv}a{sv}a{sv})")))
    return false;
  settings = g_variant_get_child_value (body, 2);
  return g_variant_lookup (settings, MARK, "&s", &mark) && g_str_equal (mark, self->mark);
}

/* Before the answer there is no dialog that could be closed. */
static void
take_answer (HearthPrintRequest *self, GDBusMessage *message)
{
  GVariant *body = g_dbus_message_get_body (message);

  if (g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_ERROR)
    self->was_refused = true;
  else if (body != NULL && g_variant_is_of_type (body, G_VARIANT_TYPE ("(o)")))
    g_variant_get (body, "(o)", &self->path);
  self->is_answered = true;
  if (self->is_closing && self->path != NULL)
    close_dialog (self, self->path);
  g_idle_add_full (G_PRIORITY_DEFAULT, answered_cb, g_atomic_rc_box_acquire (self), release);
}

static GDBusMessage *
filter_cb (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer user_data)
{
  HearthPrintRequest *self = user_data;

  g_mutex_lock (&self->mutex);
  if (!incoming && self->serial == 0 && is_ours (self, message))
    self->serial = g_dbus_message_get_serial (message);
  else if (incoming && self->serial != 0 && !self->is_answered &&
           g_dbus_message_get_reply_serial (message) == self->serial)
    take_answer (self, message);
  g_mutex_unlock (&self->mutex);
  return message;
}

/* ---- Public ---- */

HearthPrintRequest *
hearth_print_request_new (GtkPrintOperation *operation, HearthPrintRefusedFunc refused, gpointer user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  HearthPrintRequest *self;

  if (bus == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (HearthPrintRequest);
  g_mutex_init (&self->mutex);
  self->bus = g_steal_pointer (&bus);
  self->mark = g_uuid_string_random ();
  self->refused = refused;
  self->user_data = user_data;
  gtk_print_settings_set (settings, MARK, self->mark);
  gtk_print_operation_set_print_settings (operation, settings);
  self->filter = g_dbus_connection_add_filter (self->bus, filter_cb, self, release);
  return self;
}

void
hearth_print_request_close (HearthPrintRequest *self)
{
  g_mutex_lock (&self->mutex);
  if (!self->is_closing && self->path != NULL)
    close_dialog (self, self->path);
  self->is_closing = true;
  g_mutex_unlock (&self->mutex);
}

void
hearth_print_request_free (HearthPrintRequest *self)
{
  bool has_to_close;

  if (self == NULL)
    return;
  self->is_freed = true;
  g_mutex_lock (&self->mutex);
  has_to_close = self->is_closing && !self->is_answered;
  g_mutex_unlock (&self->mutex);
  if (!has_to_close)
    remove_filter (self);
}
