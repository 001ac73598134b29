/* SPDX-License-Identifier: GPL-3.0-or-later
 * Somebody who may be the person who arrives, and the three answers to that.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/admission-match.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "records/types.h"

struct _HearthAdmissionMatch {
  AdwPreferencesRow parent_instance;

  /* Borrowed */
  GtkLabel *title;
  AdwWrapBox *choices;

  /* Owned */
  HearthRecord *resident;
};

G_DEFINE_FINAL_TYPE (HearthAdmissionMatch, hearth_admission_match, ADW_TYPE_PREFERENCES_ROW)

enum { ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Helpers ---- */

/* The stay that holds today, or NULL. Transfer full. */
static HearthRecord *
find_stay (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_stay_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GListModel) stays = NULL;

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  hearth_query_set_period (query, NULL, today);
  stays = hearth_store_list (store, query, NULL);
  for (guint i = 0; stays != NULL && i < g_list_model_get_n_items (stays); i++)
    {
      g_autoptr (HearthRecord) stay = g_list_model_get_item (stays, i);
      const char *end = stay != NULL ? hearth_record_get (stay, "end") : "";

      if (stay != NULL && (*end == '\0' || strcmp (end, today) >= 0))
        return g_steal_pointer (&stay);
    }
  return NULL;
}

bool
hearth_admission_lives_here (HearthStore *store, HearthRecord *resident, char **where)
{
  g_autoptr (HearthRecord) stay = find_stay (store, resident);

  if (where != NULL)
    *where = stay != NULL ? hearth_record_dup_title (stay) : g_strdup (_ ("Not in the house now"));
  return stay != NULL && g_str_equal (hearth_record_get (stay, "placement"), "this_house");
}

static char *
describe (HearthStore *store, HearthRecord *resident)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *subtitle = hearth_record_dup_subtitle (resident);
  g_autofree char *age =
    hearth_record_format (resident, hearth_record_type_lookup_field (&hearth_resident_type, "age"), today);
  g_autofree char *where = NULL;

  hearth_admission_lives_here (store, resident, &where);
  return *age != '\0' ? g_strjoin (" · ", subtitle, age, where, NULL)
                      : g_strjoin (" · ", subtitle, where, NULL);
}

static GtkLabel *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* ---- Callbacks ---- */

static void
same_cb (HearthAdmissionMatch *self)
{
  g_signal_emit (self, signals[ANSWERED], 0, HEARTH_ANSWER_SAME);
}

static void
toggled_cb (HearthAdmissionMatch *self)
{
  HearthAnswer answer = HEARTH_ANSWER_NONE;

  for (GtkWidget *choice = gtk_widget_get_first_child (GTK_WIDGET (self->choices)); choice != NULL;
       choice = gtk_widget_get_next_sibling (choice))
    if (GTK_IS_TOGGLE_BUTTON (choice) && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (choice)))
      answer = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (choice), "answer"));
  g_signal_emit (self, signals[ANSWERED], 0, answer);
}

/* ---- Overrides ---- */

static gboolean
hearth_admission_match_grab_focus (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  /* All of it is wanted in sight: who that is, and not the first answer alone. */
  if (!gtk_widget_child_focus (GTK_WIDGET (HEARTH_ADMISSION_MATCH (widget)->choices), GTK_DIR_TAB_FORWARD))
    return FALSE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);
  return TRUE;
}

static void
hearth_admission_match_dispose (GObject *object)
{
  g_clear_object (&HEARTH_ADMISSION_MATCH (object)->resident);

  G_OBJECT_CLASS (hearth_admission_match_parent_class)->dispose (object);
}

static void
hearth_admission_match_class_init (HearthAdmissionMatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_admission_match_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = hearth_admission_match_grab_focus;
  signals[ANSWERED] = g_signal_new ("answered", HEARTH_TYPE_ADMISSION_MATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                    NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hearth_admission_match_init (HearthAdmissionMatch *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

/* ---- Public ---- */

static void
add_choice (HearthAdmissionMatch *self, GtkWidget *button)
{
  gtk_widget_add_css_class (button, "chip");
  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->title,
                                  NULL, -1);
  adw_wrap_box_append (self->choices, button);
}

static void
add_choices (HearthAdmissionMatch *self, HearthAnswer answer)
{
  static const struct {
    HearthAnswer answer;
    const char *label;
  } choices[] = {
    { HEARTH_ANSWER_SIBLING, N_ ("Brother or sister") },
    { HEARTH_ANSWER_OTHER, N_ ("Somebody else") },
  };
  GtkWidget *same = gtk_button_new_with_label (_ ("The same person"));
  GtkToggleButton *group = NULL;

  g_signal_connect_object (same, "clicked", G_CALLBACK (same_cb), self, G_CONNECT_SWAPPED);
  add_choice (self, same);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *choice = gtk_toggle_button_new_with_label (_ (choices[i].label));

      g_object_set_data (G_OBJECT (choice), "answer", GINT_TO_POINTER (choices[i].answer));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (choice), choices[i].answer == answer);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (choice), group);
      group = GTK_TOGGLE_BUTTON (choice);
      g_signal_connect_object (choice, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      add_choice (self, choice);
    }
}

HearthAdmissionMatch *
hearth_admission_match_new (HearthStore *store, const HearthDuplicate *duplicate, HearthAnswer answer)
{
  HearthAdmissionMatch *self = g_object_new (HEARTH_TYPE_ADMISSION_MATCH, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = hearth_record_dup_title (duplicate->resident);
  g_autofree char *about = describe (store, duplicate->resident);
  g_autoptr (GPtrArray) reasons = g_ptr_array_copy (duplicate->reasons, NULL, NULL);
  g_autofree char *why = NULL;

  g_ptr_array_set_free_func (reasons, NULL);
  g_ptr_array_add (reasons, NULL);
  why = g_strjoinv (", ", (char **) reasons->pdata);
  self->resident = g_object_ref (duplicate->resident);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 9);
  gtk_widget_set_margin_bottom (box, 12);
  self->title = add_label (box, name, "heading");
  add_label (box, about, "dimmed");
  if (*why != '\0')
    add_label (box, why, "caption");
  self->choices = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->choices, 6);
  adw_wrap_box_set_line_spacing (self->choices, 6);
  gtk_widget_set_margin_top (GTK_WIDGET (self->choices), 6);
  add_choices (self, answer);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->choices));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return self;
}

HearthRecord *
hearth_admission_match_get_resident (HearthAdmissionMatch *self)
{
  g_return_val_if_fail (HEARTH_IS_ADMISSION_MATCH (self), NULL);
  return self->resident;
}
