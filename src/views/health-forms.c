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

typedef struct {
  HearthStore *store;
  HearthRecord *record; /* as the form began with it */
  HearthRecordForm *form; /* borrowed: the note is in it */
  GtkWidget *title;
  GtkWidget *words;
  GtkWidget *steps;
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

char *
hearth_screening_dup_urgent (HearthRecord *screening)
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

static const char *
get_advice (HearthRecord *screening)
{
  if (g_str_equal (hearth_record_get (screening, "dying_thoughts"), "yes"))
    return _ ("Stay near, and write a safety check now. What you have filled in so far is kept.");
  return _ ("A doctor should see the resident today. What you have filled in so far is kept.");
}

/* ---- The ways on ---- */

static void
push_new (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (near, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_editor_page_new (store, record)));
}

static void
safety_check_cb (Note *note, GtkWidget *button)
{
  g_autoptr (HearthRecord) check = hearth_record_new (&hearth_safety_check_type);

  hearth_record_set (check, "resident", hearth_record_get_resident (note->record));
  push_new (button, note->store, check);
}

static void
appointment_cb (Note *note, GtkWidget *button)
{
  g_autoptr (HearthRecord) appointment = hearth_record_new (&hearth_appointment_type);
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (note->store));

  hearth_record_set (appointment, "resident", hearth_record_get_resident (note->record));
  hearth_record_set (appointment, "at", now);
  push_new (button, note->store, appointment);
}

static void
add_way (Note *note, const HearthRecordType *type, const char *label, GCallback clicked)
{
  GtkWidget *button;

  if (!hearth_policy_may_write (hearth_store_get_policy (note->store), type, NULL,
                                hearth_record_get_resident (note->record)))
    return;
  button = gtk_button_new_with_label (label);
  g_signal_connect_swapped (button, "clicked", clicked, note);
  adw_wrap_box_append (ADW_WRAP_BOX (note->steps), button);
}

/* g_signal_connect_swapped () gives the note first, and the button as what it was connected to. */
static void
add_ways (Note *note)
{
  add_way (note, &hearth_safety_check_type, _ ("Write a safety check"), G_CALLBACK (safety_check_cb));
  add_way (note, &hearth_appointment_type, _ ("Make an appointment today"), G_CALLBACK (appointment_cb));
}

/* ---- The note ---- */

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* A card above the form, which is not there while there is nothing to say. The note lives as long as the card. */
static Note *
note_new (HearthStore *store, HearthRecord *record, HearthRecordForm *form, GtkWidget **card)
{
  Note *note = g_new0 (Note, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  note->store = g_object_ref (store);
  note->record = g_object_ref (record);
  note->form = form;
  note->title = make_label ("heading");
  note->words = make_label (NULL);
  note->steps = adw_wrap_box_new ();
  gtk_widget_add_css_class (note->title, "warning");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (note->steps), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (note->steps), 6);
  gtk_widget_set_margin_top (note->steps, 6);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "said-first");
  gtk_box_append (GTK_BOX (box), note->title);
  gtk_box_append (GTK_BOX (box), note->words);
  gtk_box_append (GTK_BOX (box), note->steps);
  g_object_set_data_full (G_OBJECT (box), "note", note, note_free);
  *card = box;
  return note;
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

static void
show_note (Note *note, GtkWidget *card, const char *title, const char *words)
{
  bool said = *title != '\0';

  if (said && !gtk_widget_get_visible (card))
    gtk_accessible_announce (GTK_ACCESSIBLE (note->form), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  gtk_label_set_label (GTK_LABEL (note->title), title);
  gtk_label_set_label (GTK_LABEL (note->words), words);
  gtk_widget_set_visible (card, said);
  /* No gap where nothing stands. */
  gtk_widget_set_visible (gtk_widget_get_ancestor (card, ADW_TYPE_PREFERENCES_GROUP), said);
}

static void
add_note (GtkWidget *card, HearthRecordForm *form, GCallback show)
{
  hearth_record_form_add_note (form, card);
  g_signal_connect_object (form, "edited", show, card, G_CONNECT_SWAPPED);
  /* A draft that is put back says nothing else. */
  g_signal_connect_object (form, "notify::changed", show, card, G_CONNECT_SWAPPED);
}

/* ---- Screening ---- */

static void
show_urgent_cb (GtkWidget *card)
{
  Note *note = g_object_get_data (G_OBJECT (card), "note");
  g_autoptr (HearthRecord) typed = dup_typed (note);
  g_autofree char *urgent = hearth_screening_dup_urgent (typed);
  /* Translators: what is urgent, such as bleeding or fever */
  g_autofree char *title = *urgent != '\0' ? g_strdup_printf (_ ("First: %s"), urgent) : g_strdup ("");

  show_note (note, card, title, get_advice (typed));
}

void
hearth_screening_add_notes (HearthStore *store, HearthRecord *screening, HearthRecordForm *form)
{
  GtkWidget *card;
  Note *note = note_new (store, screening, form, &card);

  add_ways (note);
  add_note (card, form, G_CALLBACK (show_urgent_cb));
  show_urgent_cb (card);
}

AdwNavigationPage *
hearth_screening_make_parting (HearthStore *store, HearthRecord *screening)
{
  g_autofree char *urgent = hearth_screening_dup_urgent (screening);
  GtkWidget *page, *card, *done;
  GtkBox *box;
  Note *note;

  if (*urgent == '\0')
    return NULL;
  page = g_object_new (ADW_TYPE_NAVIGATION_PAGE, NULL);
  box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (page), _ ("What to do now"), NULL, NULL);
  note = note_new (store, screening, NULL, &card);
  gtk_label_set_label (GTK_LABEL (note->title), urgent);
  gtk_label_set_label (GTK_LABEL (note->words),
                       g_str_equal (hearth_record_get (screening, "dying_thoughts"), "yes")
                         ? _ ("The screening is saved. Stay near, and write a safety check before anything "
                              "else.")
                         : _ ("The screening is saved. A doctor should see the resident today."));
  add_ways (note);
  gtk_box_append (box, card);
  done = gtk_button_new_with_mnemonic (_ ("_Done"));
  gtk_widget_add_css_class (done, "pill");
  gtk_widget_set_halign (done, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (done), "navigation.pop");
  gtk_box_append (box, done);
  return ADW_NAVIGATION_PAGE (page);
}

/* ---- Medicine ---- */

static void
show_clash_cb (GtkWidget *card)
{
  Note *note = g_object_get_data (G_OBJECT (card), "note");
  g_autoptr (HearthRecord) typed = dup_typed (note);
  g_autoptr (HearthRecord) clash = hearth_allergies_find_clash (note->store, typed);
  g_autofree char *title = clash != NULL ? hearth_record_dup_title (clash) : g_strdup ("");

  show_note (note, card, title,
             _ ("It is written down that the resident must not have it. Ask whoever prescribed it before it "
                "is given, and note below what they said."));
}

void
hearth_medicine_add_notes (HearthStore *store, HearthRecord *medicine, HearthRecordForm *form)
{
  GtkWidget *card;

  note_new (store, medicine, form, &card);
  add_note (card, form, G_CALLBACK (show_clash_cb));
  show_clash_cb (card);
}
