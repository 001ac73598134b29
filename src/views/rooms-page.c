/* SPDX-License-Identifier: GPL-3.0-or-later
 * Rooms and beds: who sleeps where, what is free, who is kept apart.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/rooms-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/rooms.h"
#include "views/begin.h"
#include "views/figure-strip.h"
#include "views/follow.h"
#include "views/photo.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/room-move-dialog.h"
#include "views/resident-words.h"
#include "views/room-words.h"
#include "views/tell.h"

#define NIGHTS 30
#define AVATAR_SIZE 32

struct _HearthRoomsPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  HearthResidentWords *alerts;
  char *today;
};

G_DEFINE_FINAL_TYPE (HearthRoomsPage, hearth_rooms_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Pieces ---- */

static bool
may_write (HearthRoomsPage *self, const HearthRecordType *type)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL, NULL);
}

/* How much of the beds of the last weeks was slept in: what an authority asks. */
static void
add_occupancy (HearthRoomsPage *self, HearthFigureStrip *strip)
{
  HearthOccupancy occupancy = { 0 };
  g_autofree char *from = hearth_date_add_days (self->today, -NIGHTS);
  g_autofree char *to = hearth_date_add_days (self->today, -1);
  g_autofree char *percent = NULL;

  if (!hearth_rooms_count_occupancy (self->store, from, to, &occupancy, NULL) || occupancy.n_bed_nights == 0)
    return;
  /* Translators: a number and the sign for per cent */
  percent = g_strdup_printf (_ ("%u %%"), (occupancy.n_taken_nights * 100 + occupancy.n_bed_nights / 2) /
                                            occupancy.n_bed_nights);
  hearth_figure_strip_add_text (strip, percent, _ ("taken in the last 30 nights"));
}

static void
add_figures (HearthRoomsPage *self, GPtrArray *uses, GPtrArray *without)
{
  HearthFigureStrip *strip = hearth_figure_strip_new ();
  unsigned int n_beds = 0, n_taken = 0, n_free = 0;

  for (guint i = 0; i < uses->len; i++)
    {
      const HearthRoomUse *use = g_ptr_array_index (uses, i);

      n_beds += use->n_beds;
      n_taken += use->n_taken;
      n_free += use->n_beds > use->n_taken ? use->n_beds - use->n_taken : 0;
    }
  hearth_figure_strip_add (strip, n_beds, _ ("beds"), NULL);
  hearth_figure_strip_add (strip, n_taken, _ ("taken"), NULL);
  hearth_figure_strip_add (strip, n_free, _ ("free"), NULL);
  hearth_figure_strip_add (strip, without->len, _ ("without a bed"), "warning");
  add_occupancy (self, strip);
  gtk_box_append (self->box, GTK_WIDGET (strip));
}

/* ---- Residents ---- */

static void
move_cb (GtkWidget *button, HearthRecord *resident)
{
  HearthRoomsPage *self = HEARTH_ROOMS_PAGE (gtk_widget_get_ancestor (button, HEARTH_TYPE_ROOMS_PAGE));

  adw_dialog_present (ADW_DIALOG (hearth_room_move_dialog_new (self->store, resident, GTK_WIDGET (self))),
                      GTK_WIDGET (self));
}

static GtkWidget *
make_move_button (HearthRecord *resident, const char *label, const char *spoken)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* Whom it moves is on the screen beside it, and has to be said where that is not seen. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (move_cb), g_object_ref (resident),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return button;
}

/* @bed: (nullable) */
static GtkWidget *
make_resident_row (HearthRoomsPage *self, HearthRecord *resident, HearthRecord *bed)
{
  GtkWidget *row, *avatar = adw_avatar_new (AVATAR_SIZE, NULL, TRUE);
  const char *code = hearth_record_get (resident, "code");
  g_autofree char *name = hearth_record_dup_title (resident);
  g_autofree char *about = bed != NULL ? hearth_record_dup_title (bed) : NULL;
  g_autofree char *words = about != NULL && hearth_record_has (bed, "number")
                             ? g_strdup_printf ("%s · %s", code, about)
                             : g_strdup (code);
  /* Translators: the name of a button; %s is a resident's name */
  g_autofree char *spoken = g_strdup_printf (bed != NULL ? _ ("Move %s") : _ ("Give %s a bed"), name);

  hearth_photo_show (ADW_AVATAR (avatar), self->store, resident);
  row = hearth_plain_row_new_for_record (name, words, hearth_record_get_id (resident));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  hearth_alert_mark_add (self->alerts, ADW_ACTION_ROW (row), hearth_record_get_id (resident));
  if (may_write (self, &hearth_bed_type))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_move_button (resident, bed != NULL ? _ ("Move…") : _ ("Give a bed…"),
                                                 spoken));
  return row;
}

static void
add_without_bed (HearthRoomsPage *self, GPtrArray *without)
{
  AdwPreferencesGroup *group;

  if (without->len == 0)
    return;
  group = hearth_plain_page_add_group (self->box, _ ("Without a bed"),
                                       _ ("They live here, and no bed is written down for tonight."));
  for (guint i = 0; i < without->len; i++)
    adw_preferences_group_add (group, make_resident_row (self, g_ptr_array_index (without, i), NULL));
}

/* ---- Rooms ---- */

/* The sign stands below those of the residents. */
static void
add_plain_row (AdwPreferencesGroup *group, const char *icon_name, const char *words, const char *style)
{
  GtkWidget *row = hearth_plain_row_new (words, "");
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_widget_set_size_request (icon, AVATAR_SIZE, -1);
  gtk_widget_add_css_class (row, style);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_group_add (group, row);
}

/* Those in one room who are kept apart: not to be overlooked. */
static void
add_kept_apart (HearthRoomsPage *self, AdwPreferencesGroup *group, const HearthRoomUse *use)
{
  for (guint i = 0; i < use->beds->len; i++)
    {
      const char *id = hearth_record_get_resident (g_ptr_array_index (use->beds, i));
      g_auto (GStrv) apart = hearth_rooms_list_kept_apart (self->store, id, self->today, NULL);

      for (guint j = i + 1; apart != NULL && j < use->beds->len; j++)
        {
          const char *other = hearth_record_get_resident (g_ptr_array_index (use->beds, j));
          g_autofree char *links = g_strdup_printf ("%s %s", id, other);
          g_autofree char *names = NULL;
          g_autofree char *words = NULL;

          if (!g_strv_contains ((const char *const *) apart, other))
            continue;
          names = hearth_store_dup_link_title (self->store, links);
          /* Translators: the names of two residents */
          words = g_strdup_printf (_ ("Should not share a room: %s"), names);
          add_plain_row (group, "dialog-warning-symbolic", words, "warning");
        }
    }
}

static void
add_hidden (AdwPreferencesGroup *group, const HearthRoomUse *use)
{
  unsigned int n = use->n_taken > use->beds->len ? use->n_taken - use->beds->len : 0;
  g_autofree char *words = NULL;

  if (n == 0)
    return;
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u resident whose file is closed to you",
                                        "%u residents whose files are closed to you", n),
                           n);
  add_plain_row (group, "hearth-lock-symbolic", words, "dimmed");
}

static void
add_room (HearthRoomsPage *self, const HearthRoomUse *use)
{
  g_autofree char *about = hearth_room_words_about (use->room);
  g_autofree char *free_beds = hearth_room_words_free (use);
  g_autofree char *words =
    *about != '\0' ? g_strdup_printf ("%s · %s", free_beds, about) : g_strdup (free_beds);
  AdwPreferencesGroup *group =
    hearth_plain_page_add_group (self->box, hearth_record_get (use->room, "name"), words);
  GtkWidget *open = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: the name of a button; %s is the name of a room */
  g_autofree char *spoken = g_strdup_printf (_ ("Open the room %s"), hearth_record_get (use->room, "name"));

  gtk_widget_add_css_class (open, "flat");
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (open, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (open), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (open), "s", hearth_record_get_id (use->room));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (open), "win.open-record");
  adw_preferences_group_set_header_suffix (group, open);
  if (hearth_room_is_overfull (use))
    add_plain_row (group, "dialog-warning-symbolic", free_beds, "warning");
  add_kept_apart (self, group, use);
  for (guint i = 0; i < use->beds->len; i++)
    {
      HearthRecord *bed = g_ptr_array_index (use->beds, i);
      g_autoptr (HearthRecord) resident =
        hearth_store_load (self->store, hearth_record_get_resident (bed), NULL);

      if (resident != NULL)
        adw_preferences_group_add (group, make_resident_row (self, resident, bed));
    }
  add_hidden (group, use);
  if (use->n_taken == 0)
    add_plain_row (group, "weather-clear-night-symbolic", _ ("Nobody sleeps here tonight"), "dimmed");
}

/* ---- Who is kept apart ---- */

static void
restrict_cb (HearthRoomsPage *self)
{
  hearth_begin_record (GTK_WIDGET (self), self->store, &hearth_room_restriction_type, NULL);
}

static GtkWidget *
make_restriction_row (HearthRoomsPage *self, HearthRecord *restriction)
{
  GtkWidget *row;
  g_autofree char *names =
    hearth_store_dup_link_title (self->store, hearth_record_get (restriction, "residents"));
  g_autofree char *span = hearth_record_dup_subtitle (restriction);

  row = hearth_plain_row_new_for_record (names, span, hearth_record_get_id (restriction));
  hearth_plain_row_add_arrow (row);
  return row;
}

static bool
holds (HearthRoomsPage *self, HearthRecord *restriction)
{
  const char *end = hearth_record_get (restriction, "end");

  return !g_str_equal (hearth_record_get (restriction, "state"), HEARTH_STATE_IN_ERROR) &&
         (*end == '\0' || g_strcmp0 (end, self->today) >= 0);
}

static void
add_restrictions (HearthRoomsPage *self, GPtrArray *uses)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_room_restriction_type);
  g_autoptr (GListModel) restrictions = hearth_store_list (self->store, query, NULL);
  AdwPreferencesGroup *group;
  GtkWidget *button;

  if (restrictions == NULL || (uses->len == 0 && g_list_model_get_n_items (restrictions) == 0))
    return;
  group = hearth_plain_page_add_group (self->box, _ (hearth_room_restriction_type.label),
                                       _ ("Residents who do better, or are safer, in different rooms."));
  for (guint i = 0; i < g_list_model_get_n_items (restrictions); i++)
    {
      g_autoptr (HearthRecord) restriction = g_list_model_get_item (restrictions, i);

      if (holds (self, restriction))
        adw_preferences_group_add (group, make_restriction_row (self, restriction));
    }
  if (!may_write (self, &hearth_room_restriction_type))
    return;
  button = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _ ("Keep residents apart…"));
  adw_button_row_set_start_icon_name (ADW_BUTTON_ROW (button), "list-add-symbolic");
  g_signal_connect_object (button, "activated", G_CALLBACK (restrict_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, button);
}

/* ---- Showing ---- */

static void
show_no_rooms (HearthRoomsPage *self)
{
  AdwStatusPage *status =
    hearth_plain_page_add_status (self->box, "weather-clear-night-symbolic", _ ("No rooms yet"),
                                  _ ("Write down the rooms that residents sleep in, and how many beds each "
                                     "has."));
  GtkWidget *button;

  if (!may_write (self, &hearth_room_type))
    return;
  button = gtk_button_new_with_mnemonic (_ ("_New room"));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new");
  adw_status_page_set_child (status, button);
}

static void
show_rooms (HearthRoomsPage *self, GPtrArray *uses, GPtrArray *without)
{
  if (uses->len == 0)
    show_no_rooms (self);
  else
    add_figures (self, uses, without);
  if (uses->len > 0)
    add_without_bed (self, without);
  for (guint i = 0; i < uses->len; i++)
    add_room (self, g_ptr_array_index (uses, i));
  add_restrictions (self, uses);
}

static void
show (gpointer owner)
{
  HearthRoomsPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GPtrArray) without = NULL;

  g_free (self->today);
  self->today = hearth_clock_today (hearth_store_get_clock (self->store));
  uses = hearth_rooms_list (self->store, self->today, &error);
  without = uses != NULL ? hearth_rooms_list_without_bed (self->store, self->today, &error) : NULL;
  hearth_plain_page_empty (self->box);
  if (without != NULL)
    show_rooms (self, uses, without);
  else
    hearth_plain_page_add_error (self->box, error);
}

static void
new_action_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  hearth_begin_record (widget, HEARTH_ROOMS_PAGE (widget)->store, &hearth_room_type, NULL);
}

/* ---- Overrides ---- */

/* What was changed on a page above was not followed there. */
static void
hearth_rooms_page_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_rooms_page_parent_class)->map (widget);
}

static void
hearth_rooms_page_dispose (GObject *object)
{
  HearthRoomsPage *self = HEARTH_ROOMS_PAGE (object);

  g_clear_object (&self->alerts);
  g_clear_object (&self->store);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (hearth_rooms_page_parent_class)->dispose (object);
}

static void
hearth_rooms_page_class_init (HearthRoomsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_rooms_page_dispose;
  widget_class->map = hearth_rooms_page_map;
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
}

static void
hearth_rooms_page_init (HearthRoomsPage *self)
{
}

/* ---- Public ---- */

HearthRoomsPage *
hearth_rooms_page_new (HearthStore *store)
{
  HearthRoomsPage *self = g_object_new (HEARTH_TYPE_ROOMS_PAGE, NULL);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  AdwHeaderBar *bar;

  self->store = g_object_ref (store);
  self->alerts = hearth_resident_words_new_alerts (store);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Rooms"), NULL, &bar);
  gtk_widget_set_tooltip_text (button, _ (hearth_room_type.label_new));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.new");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", may_write (self, &hearth_room_type));
  gtk_widget_set_visible (button, may_write (self, &hearth_room_type));
  adw_header_bar_pack_start (bar, button);
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
