/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the forms of health say while somebody fills them in: what to do first, and what an allergy forbids.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/health-forms.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"
#include "records/choices.h"
#include "records/types.h"
#include "rules/health.h"
#include "views/editor-page.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "widgets/words.h"

/* Every question of the section that this one stands in is about something that cannot wait. */
#define AN_URGENT_QUESTION "bleeding"

/* What a form says above itself, wherever in it one is. */
typedef struct {
  HearthStore *store;
  HearthRecord *record; /* as the form began with it */
  HearthRecordForm *form; /* borrowed: it owns the note */
  AdwBanner *banner; /* borrowed; NULL until there was something to say */
  const HearthRecordType *next; /* what its button begins; NULL: it has none */
} Note;

static void
note_free (gpointer data)
{
  Note *note = data;

  g_object_unref (note->store);
  g_object_unref (note->record);
  g_free (note);
}

/* ---- What is most often so ---- */

static void
set_default (HearthRecord *record, const char *name, const char *value)
{
  if (!hearth_record_has (record, name))
    hearth_record_set (record, name, value);
}

void
hearth_appointment_fill_in (HearthStore *store, HearthRecord *appointment)
{
  set_default (appointment, "status", "planned");
}

void
hearth_condition_fill_in (HearthStore *store, HearthRecord *condition)
{
  set_default (condition, "status", "active");
}

/* ---- What is urgent ---- */

static bool
is_urgent_question (const HearthField *field)
{
  const HearthField *one = hearth_record_type_lookup_field (&hearth_screening_type, AN_URGENT_QUESTION);

  return field->choices == hearth_choices_asked && g_strcmp0 (field->section, one->section) == 0;
}

/* What is urgent today and was answered with yes, as one list of words; "" for nothing. */
static char *
dup_urgent (HearthRecord *screening)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (unsigned int i = 0; i < hearth_screening_type.n_fields; i++)
    {
      const HearthField *field = &hearth_screening_type.fields[i];

      if (is_urgent_question (field) && g_str_equal (hearth_record_get (screening, field->name), "yes"))
        g_strv_builder_add (labels, _ (field->label));
    }
  all = g_strv_builder_end (labels);
  return hearth_words_join ((const char *const *) all);
}

static bool
thinks_of_dying (HearthRecord *screening)
{
  return g_str_equal (hearth_record_get (screening, "dying_thoughts"), "yes");
}

/* ---- The ways on ---- */

static bool
may_add (HearthStore *store, HearthRecord *screening, const HearthRecordType *type)
{
  return hearth_policy_may_write (hearth_store_get_policy (store), type, NULL,
                                  hearth_record_get_resident (screening));
}

static void
begin_next (GtkWidget *near, HearthStore *store, const HearthRecordType *type, HearthRecord *screening)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (HearthRecord) next = hearth_record_new (type);
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));

  hearth_record_set (next, "resident", hearth_record_get_resident (screening));
  if (type == &hearth_appointment_type)
    hearth_record_set (next, "at", now);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_editor_page_new (store, next)));
}

static const char *
get_next_label (const HearthRecordType *type)
{
  return type == &hearth_safety_check_type ? _ ("Write a safety check") : _ ("Make an appointment today");
}

/* ---- The note ---- */

static void
banner_clicked_cb (Note *note, AdwBanner *banner)
{
  begin_next (GTK_WIDGET (banner), note->store, note->next, note->record);
}

/* The record as it is in the form now. */
static HearthRecord *
dup_typed (Note *note)
{
  g_autoptr (GHashTable) values = hearth_record_form_dup_values (note->form);
  HearthRecord *typed = hearth_record_copy (note->record);
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &name, &text))
    {
      const HearthField *field =
        hearth_record_type_lookup_field (hearth_record_get_record_type (typed), name);

      if (field->kind == HEARTH_FIELD_CHOICE || field->kind == HEARTH_FIELD_TEXT)
        hearth_record_set (typed, name, text);
    }
  return typed;
}

/* Below the header of the page that the form stands on. */
static AdwBanner *
ensure_banner (Note *note)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (note->form), ADW_TYPE_TOOLBAR_VIEW);

  if (note->banner == NULL && view != NULL)
    {
      note->banner = ADW_BANNER (adw_banner_new (""));
      adw_banner_set_use_markup (note->banner, FALSE);
      g_signal_connect_swapped (note->banner, "button-clicked", G_CALLBACK (banner_clicked_cb), note);
      /* The note is there as long as its button. */
      g_object_set_data_full (G_OBJECT (note->banner), "form", g_object_ref (note->form), g_object_unref);
      adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), GTK_WIDGET (note->banner));
    }
  return note->banner;
}

/* @words: "" for nothing to say. @next: (nullable): what to begin at once */
static void
show_note (Note *note, const char *words, const HearthRecordType *next)
{
  AdwBanner *banner = *words != '\0' || note->banner != NULL ? ensure_banner (note) : NULL;

  if (banner == NULL)
    return;
  note->next = next;
  if (*words != '\0')
    {
      adw_banner_set_title (banner, words);
      adw_banner_set_button_label (banner, next != NULL ? get_next_label (next) : NULL);
    }
  if (*words != '\0' && !adw_banner_get_revealed (banner))
    gtk_accessible_announce (GTK_ACCESSIBLE (note->form), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  adw_banner_set_revealed (banner, *words != '\0');
}

static void
note_begin (HearthStore *store, HearthRecord *record, HearthRecordForm *form, void (*show) (Note *note))
{
  Note *note = g_new0 (Note, 1);

  note->store = g_object_ref (store);
  note->record = g_object_ref (record);
  note->form = form;
  g_object_set_data_full (G_OBJECT (form), "said-first", note, note_free);
  g_signal_connect_swapped (form, "edited", G_CALLBACK (show), note);
  /* A draft that is put back says nothing else. */
  g_signal_connect_swapped (form, "notify::changed", G_CALLBACK (show), note);
}

/* ---- Screening ---- */

static void
show_urgent (Note *note)
{
  g_autoptr (HearthRecord) typed = dup_typed (note);
  g_autofree char *urgent = dup_urgent (typed);
  g_autofree char *words = NULL;
  bool dying = thinks_of_dying (typed);
  const HearthRecordType *next = dying ? &hearth_safety_check_type : &hearth_appointment_type;

  if (*urgent != '\0')
    /* Translators: what is urgent, such as bleeding or fever */
    words = g_strdup_printf (dying ? _ ("First: %s. Stay near.")
                                   : _ ("First: %s. A doctor should see the resident today."),
                             urgent);
  show_note (note, words != NULL ? words : "", may_add (note->store, note->record, next) ? next : NULL);
}

void
hearth_screening_add_notes (HearthStore *store, HearthRecord *screening, HearthRecordForm *form)
{
  note_begin (store, screening, form, show_urgent);
}

/* ---- After a screening ---- */

typedef struct {
  HearthStore *store;
  HearthRecord *screening;
  const HearthRecordType *type;
} Way;

static void
way_free (gpointer data, GClosure *closure)
{
  Way *way = data;

  g_object_unref (way->store);
  g_object_unref (way->screening);
  g_free (way);
}

static void
way_cb (GtkWidget *row, Way *way)
{
  begin_next (row, way->store, way->type, way->screening);
}

static void
add_way (AdwPreferencesGroup *group,
         HearthStore *store,
         HearthRecord *screening,
         const HearthRecordType *type)
{
  Way *way;
  GtkWidget *row;

  if (!may_add (store, screening, type))
    return;
  way = g_new0 (Way, 1);
  way->store = g_object_ref (store);
  way->screening = g_object_ref (screening);
  way->type = type;
  row = hearth_plain_row_new (get_next_label (type), "");
  hearth_plain_row_add_icon (row, type->icon_name);
  hearth_plain_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (way_cb), way, way_free, 0);
  adw_preferences_group_add (group, row);
}

AdwNavigationPage *
hearth_screening_make_parting (HearthStore *store, HearthRecord *screening)
{
  g_autofree char *urgent = dup_urgent (screening);
  AdwPreferencesGroup *group;
  GtkWidget *page, *done;
  GtkBox *box;

  if (*urgent == '\0')
    return NULL;
  page = g_object_new (ADW_TYPE_NAVIGATION_PAGE, NULL);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (page), _ ("What to do now"), NULL, NULL);
  group =
    hearth_plain_page_add_group (box, urgent,
                                 thinks_of_dying (screening)
                                   ? _ ("The screening is saved. Stay near, and write a safety check before "
                                        "anything else.")
                                   : _ ("The screening is saved. A doctor should see the resident today."));
  add_way (group, store, screening, &hearth_safety_check_type);
  add_way (group, store, screening, &hearth_appointment_type);
  done = gtk_button_new_with_mnemonic (_ ("_Done"));
  gtk_widget_add_css_class (done, "pill");
  gtk_widget_set_halign (done, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "navigation.pop");
  gtk_box_append (box, done);
  return ADW_NAVIGATION_PAGE (page);
}

/* ---- Medicine ---- */

static void
show_clash (Note *note)
{
  g_autoptr (HearthRecord) typed = dup_typed (note);
  g_autoptr (HearthRecord) clash = hearth_allergies_find_clash (note->store, typed);
  g_autofree char *allergy = NULL;
  g_autofree char *words = NULL;

  if (clash != NULL)
    {
      allergy = hearth_record_dup_title (clash);
      /* Translators: an allergy that is known, such as "Allergy: penicillin" */
      words =
        g_strdup_printf (_ ("%s. Ask whoever prescribed it before it is given, and note what they said."),
                         allergy);
    }
  show_note (note, words != NULL ? words : "", NULL);
}

void
hearth_medicine_add_notes (HearthStore *store, HearthRecord *medicine, HearthRecordForm *form)
{
  note_begin (store, medicine, form, show_clash);
}
