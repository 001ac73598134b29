/* SPDX-License-Identifier: GPL-3.0-or-later
 * How long a file that was opened in an emergency stays open: on every page of it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/emergency-banner.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "rules/emergency.h"

#define SECONDS_BETWEEN 10

struct _HearthEmergencyBanner {
  AdwBin parent_instance;

  /* Borrowed */
  AdwBanner *banner;

  /* Owned */
  HearthStore *store;
  char *resident;
  guint source;
};

G_DEFINE_FINAL_TYPE (HearthEmergencyBanner, hearth_emergency_banner, ADW_TYPE_BIN)

/* Minutes that have begun, so that it never says 0. */
static guint
count_minutes (HearthEmergencyBanner *self, const char *until)
{
  g_autoptr (GDateTime) now = hearth_clock_now (hearth_store_get_clock (self->store));
  g_autoptr (GDateTime) end = hearth_instant_to_date_time (until);
  GTimeSpan left = end != NULL ? g_date_time_difference (end, now) : 0;

  return left > 0 ? (guint) ((left + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE) : 0;
}

static void
show (HearthEmergencyBanner *self)
{
  g_autofree char *until = hearth_emergency_dup_until (self->store, self->resident);
  guint minutes = until != NULL ? count_minutes (self, until) : 0;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), minutes > 0);
  adw_banner_set_revealed (self->banner, minutes > 0);
  if (minutes == 0)
    return;
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Opened in an emergency: %u minute left",
                                        "Opened in an emergency: %u minutes left", minutes),
                           minutes);
  adw_banner_set_title (self->banner, words);
}

/* ---- Callbacks ---- */

static gboolean
tick_cb (gpointer user_data)
{
  show (user_data);
  return G_SOURCE_CONTINUE;
}

/* ---- Overrides ---- */

static void
hearth_emergency_banner_root (GtkWidget *widget)
{
  HearthEmergencyBanner *self = HEARTH_EMERGENCY_BANNER (widget);

  GTK_WIDGET_CLASS (hearth_emergency_banner_parent_class)->root (widget);
  show (self);
  if (self->source == 0 && gtk_widget_get_visible (widget))
    self->source = g_timeout_add_seconds (SECONDS_BETWEEN, tick_cb, self);
}

static void
hearth_emergency_banner_unroot (GtkWidget *widget)
{
  g_clear_handle_id (&HEARTH_EMERGENCY_BANNER (widget)->source, g_source_remove);
  GTK_WIDGET_CLASS (hearth_emergency_banner_parent_class)->unroot (widget);
}

static void
hearth_emergency_banner_dispose (GObject *object)
{
  HearthEmergencyBanner *self = HEARTH_EMERGENCY_BANNER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->store);
  g_clear_pointer (&self->resident, g_free);

  G_OBJECT_CLASS (hearth_emergency_banner_parent_class)->dispose (object);
}

static void
hearth_emergency_banner_class_init (HearthEmergencyBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_emergency_banner_dispose;
  widget_class->root = hearth_emergency_banner_root;
  widget_class->unroot = hearth_emergency_banner_unroot;
}

static void
hearth_emergency_banner_init (HearthEmergencyBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}

/* ---- Public ---- */

GtkWidget *
hearth_emergency_banner_new (HearthStore *store, const char *resident)
{
  HearthEmergencyBanner *self = g_object_new (HEARTH_TYPE_EMERGENCY_BANNER, NULL);

  self->store = g_object_ref (store);
  self->resident = g_strdup (resident);
  show (self);
  return GTK_WIDGET (self);
}
