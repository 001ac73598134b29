/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who a file is about, at a glance: name, number, age, where the resident is, the key worker, and the alerts.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/resident-header.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "rules/rooms.h"
#include "rules/whereabouts.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/photo.h"
#include "views/resident-file.h"
#include "widgets/alert-chips.h"
#include "widgets/lock-mark.h"

struct _HearthResidentHeader {
  AdwBin parent_instance;

  /* Template widgets */
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *about_label;
  GtkLabel *address_label;
  GtkLabel *where_label;
  GtkLabel *key_worker_label;
  GtkButton *edit_button;
  HearthAlertChips *alert_chips;
  AdwBin *limited_bin;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GListModel *stays;
};

G_DEFINE_FINAL_TYPE (HearthResidentHeader, hearth_resident_header, ADW_TYPE_BIN)

/* ---- Words ---- */

static void
set_words (GtkLabel *label, const char *words)
{
  gtk_label_set_label (label, words);
  gtk_widget_set_visible (GTK_WIDGET (label), *words != '\0');
}

static char *
format (HearthRecord *record, const char *field, const char *today)
{
  return hearth_record_format (record,
                               hearth_record_type_lookup_field (hearth_record_get_record_type (record),
                                                                field),
                               today);
}

/* "Robin, bed 3": where somebody sleeps, or what was written at the arrival. */
static char *
describe_bed (HearthResidentHeader *self, HearthRecord *stay, const char *today)
{
  g_autoptr (HearthRecord) bed =
    hearth_rooms_look_up_bed (self->store, hearth_record_get_id (self->resident), today, NULL);
  g_autofree char *room =
    bed != NULL ? hearth_store_dup_link_title (self->store, hearth_record_get (bed, "room")) : NULL;
  g_autofree char *number = bed != NULL ? hearth_record_dup_title (bed) : NULL;

  if (room == NULL || *room == '\0')
    return format (stay, "room", today);
  return g_strdup_printf ("%s, %s", room, number);
}

/* "On leave · This house, since 3 May 2026 · Robin, bed 3". */
static char *
describe_stay (HearthResidentHeader *self, const char *today)
{
  g_autoptr (HearthRecord) stay = hearth_resident_file_find_stay (self->stays, today);
  g_autoptr (HearthWhereabouts) now =
    hearth_whereabouts_look_up (self->store, hearth_record_get_id (self->resident), NULL);
  g_autofree char *where = NULL;
  g_autofree char *since = NULL;
  g_autofree char *bed = NULL;
  GString *words;

  if (stay == NULL)
    return g_strdup (self->stays != NULL ? _ ("Not staying here now") : "");
  where = format (stay, "placement", today);
  since = format (stay, "start", today);
  bed = describe_bed (self, stay, today);
  words = g_string_new (NULL);
  if (now != NULL && now->where != HEARTH_WHERE_HERE)
    g_string_append_printf (words, "%s · ", hearth_where_get_label (now->where));
  /* Translators: where somebody lives, and since when */
  g_string_append_printf (words, _ ("%s, since %s"), where, since);
  if (*bed != '\0')
    g_string_append_printf (words, " · %s", bed);
  return g_string_free_and_steal (words);
}

static char *
describe_key_worker (HearthResidentHeader *self)
{
  const char *id = hearth_record_get (self->resident, "key_worker");
  int column = hearth_record_type_find_column (&hearth_resident_type, "key_worker");
  g_autofree char *name = *id != '\0' ? hearth_store_dup_link_title (self->store, id) : NULL;

  if (hearth_record_is_withheld (self->resident, (unsigned int) column))
    return g_strdup ("");
  if (name == NULL || *name == '\0')
    return g_strdup (_ ("No key worker yet"));
  return g_strdup_printf (_ ("Key worker: %s"), name);
}

static void
show (gpointer owner)
{
  HearthResidentHeader *self = owner;
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autofree char *name = hearth_record_dup_title (self->resident);
  g_autofree char *subtitle = hearth_record_dup_subtitle (self->resident);
  g_autofree char *age = format (self->resident, "age", today);
  g_autofree char *about = *age != '\0' ? g_strdup_printf ("%s · %s", subtitle, age) : g_strdup (subtitle);
  const char *form = hearth_record_get (self->resident, "form_of_address");
  g_autofree char *where = describe_stay (self, today);
  g_autofree char *key_worker = describe_key_worker (self);
  /* Translators: how somebody wants to be addressed */
  g_autofree char *address = *form != '\0' ? g_strdup_printf (_ ("Address as: %s"), form) : g_strdup ("");

  set_words (self->name_label, name);
  set_words (self->about_label, about);
  set_words (self->address_label, address);
  set_words (self->where_label, where);
  set_words (self->key_worker_label, key_worker);
  gtk_widget_set_visible (GTK_WIDGET (self->limited_bin),
                          hearth_file_is_limited (self->store, hearth_record_get_id (self->resident)));
}

/* ---- Callbacks ---- */

static void
activate_record_cb (HearthResidentHeader *self, HearthRecord *record)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-record", "s", hearth_record_get_id (record));
}

/* ---- Overrides ---- */

static void
hearth_resident_header_map (GtkWidget *widget)
{
  HearthResidentHeader *self = HEARTH_RESIDENT_HEADER (widget);

  /* A stay that was changed need not have moved in its list. */
  if (self->resident != NULL)
    show (self);
  GTK_WIDGET_CLASS (hearth_resident_header_parent_class)->map (widget);
}

static void
hearth_resident_header_dispose (GObject *object)
{
  HearthResidentHeader *self = HEARTH_RESIDENT_HEADER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_RESIDENT_HEADER);
  g_clear_object (&self->stays);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_resident_header_parent_class)->dispose (object);
}

static void
hearth_resident_header_class_init (HearthResidentHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_resident_header_dispose;
  widget_class->map = hearth_resident_header_map;
  gtk_widget_class_set_css_name (widget_class, "residentheader");

  g_type_ensure (HEARTH_TYPE_ALERT_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/resident-header.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, about_label);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, address_label);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, alert_chips);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, edit_button);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, key_worker_label);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, limited_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, name_label);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, avatar);
  gtk_widget_class_bind_template_child (widget_class, HearthResidentHeader, where_label);
}

static void
hearth_resident_header_init (HearthResidentHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (self->limited_bin,
                     hearth_lock_mark_new_plain (_ ("This file is limited to some of the team"),
                                                 _ ("Limited to some of the team")));
  g_signal_connect_object (self->alert_chips, "activate-record", G_CALLBACK (activate_record_cb), self,
                           G_CONNECT_SWAPPED);
}

/* ---- Public ---- */

void
hearth_resident_header_set_resident (HearthResidentHeader *self,
                                     HearthStore *store,
                                     HearthRecord *resident,
                                     GListModel *stays,
                                     GListModel *alerts)
{
  g_return_if_fail (HEARTH_IS_RESIDENT_HEADER (self));
  g_return_if_fail (self->resident == NULL);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  g_set_object (&self->stays, stays);
  hearth_alert_chips_set_model (self->alert_chips, alerts);
  gtk_widget_set_visible (GTK_WIDGET (self->edit_button),
                          hearth_resident_file_may_write (store, resident, &hearth_resident_type));
  hearth_photo_show (self->avatar, store, resident);
  hearth_follow (self, resident, "notify", show);
  /* Leaves, beds, somebody missing: where the resident is. */
  hearth_follow (self, store, "saved", show);
  if (stays != NULL)
    hearth_follow (self, stays, "items-changed", show);
  show (self);
}
