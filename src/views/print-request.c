/* SPDX-License-Identifier: GPL-3.0-or-later
 * The print dialog that the desktop's portal shows for a sandbox, so that it can be closed again: the toolkit cannot.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/print-request.h"

#include <gio/gio.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define REQUESTS "/org/freedesktop/portal/desktop/request"

struct _HearthPrintRequest {
  GDBusConnection *bus;
  guint filter;
  GMutex mutex; /* of the path: filters run in a thread of their own */
  char *path; /* of the request, as the portal's documentation builds it; NULL until there is one */
};

static char *
dup_path (GDBusConnection *bus, GDBusMessage *message)
{
  GVariant *body = g_dbus_message_get_body (message);
  g_autoptr (GVariant) options = NULL;
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus));
  const char *token;

  if (sender == NULL || body == NULL || !g_variant_is_of_type (body, G_VARIANT_TYPE ("(ssa{sv}a{sv}a{sv})")))
    return NULL;
  options = g_variant_get_child_value (body, 4);
  if (!g_variant_lookup (options, "handle_token", "&s", &token))
    return NULL;
  return g_strdup_printf (REQUESTS "/%s/%s", g_strdelimit (sender + 1, ".", '_'), token);
}

/* In the thread of the connection. */
static GDBusMessage *
filter_cb (GDBusConnection *bus, GDBusMessage *message, gboolean incoming, gpointer user_data)
{
  HearthPrintRequest *self = user_data;

  if (!incoming && g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL &&
      g_strcmp0 (g_dbus_message_get_interface (message), "org.freedesktop.portal.Print") == 0 &&
      g_strcmp0 (g_dbus_message_get_member (message), "PreparePrint") == 0)
    {
      g_mutex_lock (&self->mutex);
      if (self->path == NULL)
        self->path = dup_path (bus, message);
      g_mutex_unlock (&self->mutex);
    }
  return message;
}

/* Once the filter is not at work any more. */
static void
destroy (gpointer request)
{
  HearthPrintRequest *self = request;

  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self);
}

/* ---- Public ---- */

HearthPrintRequest *
hearth_print_request_new (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  HearthPrintRequest *self;

  if (bus == NULL)
    return NULL;
  self = g_new0 (HearthPrintRequest, 1);
  g_mutex_init (&self->mutex);
  self->bus = g_steal_pointer (&bus);
  self->filter = g_dbus_connection_add_filter (self->bus, filter_cb, self, destroy);
  return self;
}

void
hearth_print_request_close (HearthPrintRequest *self)
{
  g_autofree char *path = NULL;

  g_mutex_lock (&self->mutex);
  path = g_steal_pointer (&self->path);
  g_mutex_unlock (&self->mutex);
  if (path != NULL)
    g_dbus_connection_call (self->bus, PORTAL, path, "org.freedesktop.portal.Request", "Close", NULL, NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

void
hearth_print_request_free (HearthPrintRequest *self)
{
  g_autoptr (GDBusConnection) bus = NULL;

  if (self == NULL)
    return;
  bus = g_steal_pointer (&self->bus);
  g_dbus_connection_remove_filter (bus, self->filter);
}
