/* SPDX-License-Identifier: GPL-3.0-or-later
 * Giving a resident a bed, or another one: the rooms with what is free, and what speaks against each.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/room-move-dialog.h"

#include <glib/gi18n-lib.h>

#include "records/problem-text.h"
#include "records/types.h"
#include "rules/rooms.h"
#include "views/room-words.h"
#include "views/tell.h"
#include "views/undo.h"

#define WIDTH 420

struct _HearthRoomMoveDialog {
  AdwDialog parent_instance;

  /* Borrowed */
  AdwEntryRow *number;
  AdwPreferencesGroup *rooms;
  GtkLabel *problem;
  GtkWidget *problem_group;
  GtkWidget *first; /* the first room that can be chosen */

  /* Weak */
  GtkWidget *near;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  char *today;
};

G_DEFINE_FINAL_TYPE (HearthRoomMoveDialog, hearth_room_move_dialog, ADW_TYPE_DIALOG)

/* ---- Moving ---- */

static void
show_problem (HearthRoomMoveDialog *self, const char *sentence)
{
  gtk_label_set_label (self->problem, sentence);
  gtk_widget_set_visible (self->problem_group, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

static void
tell_refused (HearthRoomMoveDialog *self, GPtrArray *problems, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (problems != NULL && problems->len > 0)
    sentence = hearth_problem_to_sentence (&hearth_bed_type, g_ptr_array_index (problems, 0));
  else
    sentence = hearth_store_error_to_sentence (error);
  show_problem (self, sentence);
}

/* A bed that somebody got today already, and never slept in, does not come back. */
static void
offer_undo (HearthRoomMoveDialog *self, HearthRecord *before, HearthRecord *bed)
{
  g_autoptr (HearthRecord) ended =
    before != NULL ? hearth_store_load (self->store, hearth_record_get_id (before), NULL) : NULL;

  if (self->near == NULL)
    return;
  if (before == NULL)
    hearth_undo_offer_new (self->near, self->store, bed);
  else if (ended != NULL && hearth_record_is_open (ended))
    hearth_undo_offer_both (self->near, self->store, before, bed, _ ("Saved"));
  else
    hearth_toast (self->near, _ ("Saved"), NULL);
}

static void
row_activated_cb (HearthRoomMoveDialog *self, GtkWidget *row)
{
  HearthRecord *room = g_object_get_data (G_OBJECT (row), "room");
  const char *id = hearth_record_get_id (self->resident);
  g_autofree char *number = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number))));
  g_autoptr (HearthRecord) present = hearth_rooms_look_up_bed (self->store, id, self->today, NULL);
  g_autoptr (HearthRecord) before = present != NULL ? hearth_record_copy (present) : NULL;
  g_autoptr (HearthRecord) bed = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  bed = hearth_rooms_move (self->store, id, room, number, self->today, &problems, &error);
  if (bed == NULL)
    {
      tell_refused (self, problems, error);
      return;
    }
  offer_undo (self, before, bed);
  adw_dialog_close (ADW_DIALOG (self));
}

/* ---- The rooms ---- */

/* Names of those who sleep in the room and are kept apart from the resident; transfer full. */
static char *
dup_kept_apart (HearthRoomMoveDialog *self, const HearthRoomUse *use, const char *const *apart)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;
  g_autofree char *links = NULL;

  for (guint i = 0; i < use->beds->len; i++)
    {
      const char *id = hearth_record_get_resident (g_ptr_array_index (use->beds, i));

      if (apart != NULL && g_strv_contains (apart, id))
        g_strv_builder_add (ids, id);
    }
  all = g_strv_builder_end (ids);
  links = g_strjoinv (" ", all);
  return hearth_store_dup_link_title (self->store, links);
}

static char *
describe (const HearthRoomUse *use, const char *apart)
{
  g_autofree char *room = hearth_room_words_about (use->room);
  g_autofree char *free_beds = hearth_room_words_free (use);
  g_autofree char *words =
    *room != '\0' ? g_strdup_printf ("%s · %s", free_beds, room) : g_strdup (free_beds);
  g_autofree char *sentence = NULL;

  if (*apart == '\0')
    return g_steal_pointer (&words);
  /* Translators: names of residents who are kept apart from somebody */
  sentence = g_strdup_printf (_ ("Not in one room with %s"), apart);
  return g_strdup_printf ("%s\n%s", words, sentence);
}

static void
add_room (HearthRoomMoveDialog *self,
          const HearthRoomUse *use,
          const char *const *apart,
          HearthRecord *present)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *names = dup_kept_apart (self, use, apart);
  g_autofree char *words = describe (use, names);
  bool is_here = present != NULL &&
                 g_str_equal (hearth_record_get (present, "room"), hearth_record_get_id (use->room)),
       is_free = use->n_taken < use->n_beds;
  bool can_be_chosen = (is_free || is_here) && *names == '\0';

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_record_get (use->room, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), is_here ? _ ("Sleeps here now") : words);
  g_object_set_data_full (G_OBJECT (row), "room", g_object_ref (use->room), g_object_unref);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), can_be_chosen && !is_here);
  gtk_widget_set_sensitive (row, can_be_chosen && !is_here);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->rooms, row);
  if (can_be_chosen && !is_here && self->first == NULL)
    self->first = row;
}

static void
add_rooms (HearthRoomMoveDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uses = hearth_rooms_list (self->store, self->today, &error);
  const char *id = hearth_record_get_id (self->resident);
  g_auto (GStrv) apart = hearth_rooms_list_kept_apart (self->store, id, self->today, NULL);
  g_autoptr (HearthRecord) present = hearth_rooms_look_up_bed (self->store, id, self->today, NULL);

  if (uses == NULL)
    {
      tell_refused (self, NULL, error);
      return;
    }
  for (guint i = 0; i < uses->len; i++)
    add_room (self, g_ptr_array_index (uses, i), (const char *const *) apart, present);
}

/* ---- Overrides ---- */

static void
hearth_room_move_dialog_dispose (GObject *object)
{
  HearthRoomMoveDialog *self = HEARTH_ROOM_MOVE_DIALOG (object);

  g_clear_weak_pointer (&self->near);
  g_clear_object (&self->store);
  g_clear_object (&self->resident);
  g_clear_pointer (&self->today, g_free);
  G_OBJECT_CLASS (hearth_room_move_dialog_parent_class)->dispose (object);
}

static void
hearth_room_move_dialog_class_init (HearthRoomMoveDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_room_move_dialog_dispose;
}

static void
hearth_room_move_dialog_init (HearthRoomMoveDialog *self)
{
}

static GtkWidget *
make_content (HearthRoomMoveDialog *self)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *beds = adw_preferences_group_new (), *problem = adw_preferences_group_new ();

  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "error");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (problem), GTK_WIDGET (self->problem));
  gtk_widget_set_visible (problem, FALSE);
  self->problem_group = problem;

  self->rooms = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->rooms, _ ("From tonight in"));
  self->number = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->number), _ ("Number of the bed, if it has one"));
  adw_entry_row_set_max_length (self->number, 20);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (beds), GTK_WIDGET (self->number));

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (problem));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (beds));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), self->rooms);
  return page;
}

/* ---- Public ---- */

HearthRoomMoveDialog *
hearth_room_move_dialog_new (HearthStore *store, HearthRecord *resident, GtkWidget *near)
{
  HearthRoomMoveDialog *self = g_object_new (HEARTH_TYPE_ROOM_MOVE_DIALOG, NULL);
  GtkWidget *view = adw_toolbar_view_new ();
  g_autofree char *title = hearth_record_dup_title (resident);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  self->today = hearth_clock_today (hearth_store_get_clock (store));
  g_set_weak_pointer (&self->near, near);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), make_content (self));
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_dialog_set_content_width (ADW_DIALOG (self), WIDTH);
  adw_dialog_set_child (ADW_DIALOG (self), view);
  add_rooms (self);
  if (self->first != NULL)
    adw_dialog_set_focus (ADW_DIALOG (self), self->first);
  return self;
}
