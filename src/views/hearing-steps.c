/* SPDX-License-Identifier: GPL-3.0-or-later
 * The steps of getting ready for a hearing, part by part, and which of them moved when its day did.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/hearing-steps.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/follow.h"
#include "views/hearing-step-row.h"
#include "views/isolate.h"
#include "views/legal-records.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/tell.h"
#include "views/undo.h"

struct _HearthHearingSteps {
  AdwBin parent_instance;

  /* Borrowed */
  GtkBox *moved_box;
  GtkBox *head_box;
  GtkBox *parts_box;

  /* Owned */
  HearthStore *store;
  HearthRecord *hearing;
  GPtrArray *steps;   /* of HearthRecord, those that have rows, in their order */
  GHashTable *dues;   /* id of a step → its day when the hearing was on @day */
  char *day;          /* instant of the hearing */
  bool shown;
};

G_DEFINE_FINAL_TYPE (HearthHearingSteps, hearth_hearing_steps, ADW_TYPE_BIN)

/* ---- Helpers ---- */

static bool
may_write (HearthHearingSteps *self)
{
  return hearth_record_is_open (self->hearing) &&
         hearth_legal_may_write (self->store, &hearth_preparation_type,
                                 hearth_record_get_resident (self->hearing));
}

static GPtrArray *
list_steps (HearthHearingSteps *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = hearth_hearing_list_steps (self->store, hearth_record_get_id (self->hearing), &error);

  if (steps != NULL)
    return steps;
  if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("The steps before a hearing cannot be listed: %s", error->message);
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static bool
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return false;
  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return false;
  return true;
}

/* ---- What moved ---- */

static void
remember_days (HearthHearingSteps *self, GPtrArray *steps)
{
  g_set_str (&self->day, hearth_record_get (self->hearing, "at"));
  g_hash_table_remove_all (self->dues);
  for (guint i = 0; i < steps->len; i++)
    {
      HearthRecord *step = g_ptr_array_index (steps, i);

      g_hash_table_insert (self->dues, g_strdup (hearth_record_get_id (step)),
                           g_strdup (hearth_record_get (step, "due")));
    }
}

/* A row for each step that is due on another day now. Returns how many. */
static unsigned int
add_moved_steps (HearthHearingSteps *self, GtkListBox *list, GPtrArray *steps)
{
  unsigned int n = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      HearthRecord *step = g_ptr_array_index (steps, i);
      const char *due = hearth_record_get (step, "due");
      const char *before = g_hash_table_lookup (self->dues, hearth_record_get_id (step));
      g_autofree char *was = hearth_isolate (hearth_date_format (before != NULL ? before : ""));
      g_autofree char *is = hearth_isolate (hearth_date_format (due));
      g_autofree char *words = NULL;

      if (before == NULL || g_str_equal (before, due))
        continue;
      /* Translators: the day on which something is due now, and the one on which it was before */
      words = g_strdup_printf (_ ("By %s, before: %s"), is, was);
      gtk_list_box_append (list, hearth_plain_row_new (hearth_record_get (step, "text"), words));
      n++;
    }
  return n;
}

static void
tell_moved (HearthHearingSteps *self, GPtrArray *steps)
{
  g_autofree char *from = hearth_isolate (hearth_instant_format (self->day));
  g_autofree char *to = hearth_isolate (hearth_instant_format (hearth_record_get (self->hearing, "at")));
  /* Translators: the day of a hearing before, and now */
  g_autofree char *title = g_strdup_printf (_ ("Moved from %s to %s"), from, to);
  g_autofree char *words = NULL;
  AdwPreferencesGroup *group;
  GtkListBox *list;
  unsigned int n;

  hearth_plain_page_empty (self->moved_box);
  group = hearth_plain_page_add_group (self->moved_box, title, NULL);
  list = hearth_plain_page_add_list (group, title);
  n = add_moved_steps (self, list, steps);
  gtk_widget_set_visible (GTK_WIDGET (list), n > 0);
  words = n > 0 ? g_strdup_printf (ngettext ("%u step moved along.", "%u steps moved along.", n), n)
                : g_strdup (_ ("No step had to move along."));
  hearth_plain_page_describe_group (group, words);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_set_visible (GTK_WIDGET (self->moved_box), TRUE);
}

/* ---- Rows ---- */

static char *
describe_counts (HearthHearingSteps *self, GPtrArray *steps)
{
  unsigned int done, needed, late;
  g_autofree char *of = NULL;
  g_autofree char *overdue = NULL;

  if (steps->len == 0)
    return g_strdup (_ ("Begin with the usual steps. Each can be changed, or left out where it is not "
                        "needed."));
  hearth_steps_count (self->store, steps, &done, &needed, &late);
  of = g_strdup_printf (_ ("%u of %u done"), done, needed);
  overdue = late > 0 ? g_strdup_printf (ngettext ("%u late", "%u late", late), late) : g_strdup ("");
  return hearth_legal_join (of, overdue, NULL);
}

static void
add_button (AdwPreferencesGroup *group, const char *label, const char *action, bool suggested)
{
  GtkWidget *row = hearth_plain_row_new_button (label, NULL, action, NULL);

  if (suggested)
    gtk_widget_add_css_class (row, "suggested-action");
  adw_preferences_group_add (group, row);
}

static void
show_head (HearthHearingSteps *self, GPtrArray *steps)
{
  g_autofree char *counts = describe_counts (self, steps);
  unsigned int missing = hearth_hearing_count_missing (self->store, self->hearing);
  AdwPreferencesGroup *group;

  hearth_plain_page_empty (self->head_box);
  if (steps->len == 0 && !may_write (self))
    return;
  group = hearth_plain_page_add_group (self->head_box, _ ("Getting ready"), counts);
  if (missing > 0)
    {
      g_autofree char *label =
        steps->len == 0
          ? g_strdup_printf (ngettext ("Prepare: %u usual step", "Prepare: %u usual steps", missing), missing)
          : g_strdup_printf (ngettext ("Add %u more usual step", "Add %u more usual steps", missing),
                             missing);

      add_button (group, label, "steps.prepare", steps->len == 0);
    }
}

static bool
is_settled (HearthHearingSteps *self, HearthRecord *step)
{
  return hearth_step_get_standing (self->store, step) >= HEARTH_STEP_DONE;
}

/* What is settled when the page is opened is folded away below the rest; what is ticked then stays where it is. */
static void
add_settled (HearthHearingSteps *self, GtkListBox *list, GPtrArray *settled)
{
  GtkWidget *fold;
  g_autofree char *title = NULL;

  if (settled->len == 0)
    return;
  title = g_strdup_printf (ngettext ("%u settled", "%u settled", settled->len), settled->len);
  fold = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (fold), title);
  for (guint i = 0; i < settled->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (fold),
                              hearth_hearing_step_row_new (self->store, g_ptr_array_index (settled, i)));
  gtk_list_box_append (list, fold);
}

static void
show_part (HearthHearingSteps *self, const HearthChoice *stage)
{
  g_autoptr (GPtrArray) settled = g_ptr_array_new ();
  GtkListBox *list = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      HearthRecord *step = g_ptr_array_index (self->steps, i);

      if (!g_str_equal (hearth_record_get (step, "stage"), stage->code))
        continue;
      if (list == NULL)
        list =
          hearth_plain_page_add_list (hearth_plain_page_add_group (self->parts_box, _ (stage->label), NULL),
                                      _ (stage->label));
      if (is_settled (self, step))
        g_ptr_array_add (settled, step);
      else
        gtk_list_box_append (list, hearth_hearing_step_row_new (self->store, step));
    }
  if (list != NULL)
    add_settled (self, list, settled);
}

static void
show_parts (HearthHearingSteps *self)
{
  const HearthField *stage = hearth_record_type_lookup_field (&hearth_preparation_type, "stage");

  hearth_plain_page_empty (self->parts_box);
  for (const HearthChoice *choice = stage->choices; choice->code != NULL; choice++)
    show_part (self, choice);
  if (may_write (self))
    add_button (hearth_plain_page_add_group (self->parts_box, NULL, NULL), _ ("Add a step of your own…"),
                "steps.add", false);
}

static void
show (gpointer owner)
{
  HearthHearingSteps *self = owner;
  g_autoptr (GPtrArray) steps = list_steps (self);

  if (!g_str_equal (self->day, hearth_record_get (self->hearing, "at")))
    tell_moved (self, steps);
  remember_days (self, steps);
  show_head (self, steps);
  if (self->shown && are_same (steps, self->steps))
    return;
  self->shown = true;
  g_ptr_array_unref (self->steps);
  self->steps = g_ptr_array_ref (steps);
  show_parts (self);
}

/* ---- Actions ---- */

static void
prepare_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingSteps *self = HEARTH_HEARING_STEPS (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) made = hearth_hearing_prepare (self->store, self->hearing, &error);
  g_autofree char *words = NULL;

  if (made == NULL)
    {
      hearth_tell_error (widget, _ ("The steps could not be made"), error);
      return;
    }
  words = g_strdup_printf (ngettext ("%u step is there now", "%u steps are there now", made->len), made->len);
  hearth_undo_offer_group (widget, self->store, made, words);
}

static void
add_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingSteps *self = HEARTH_HEARING_STEPS (widget);
  g_autoptr (HearthRecord) step =
    hearth_legal_new (&hearth_preparation_type, hearth_record_get_resident (self->hearing));

  hearth_record_set (step, "hearing", hearth_record_get_id (self->hearing));
  hearth_legal_push_form (widget, self->store, step, "text");
}

/* ---- Overrides ---- */

static void
hearth_hearing_steps_dispose (GObject *object)
{
  HearthHearingSteps *self = HEARTH_HEARING_STEPS (object);

  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->dues, g_hash_table_unref);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->hearing);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_hearing_steps_parent_class)->dispose (object);
}

static void
hearth_hearing_steps_class_init (HearthHearingStepsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_hearing_steps_dispose;
  gtk_widget_class_install_action (widget_class, "steps.prepare", NULL, prepare_action_cb);
  gtk_widget_class_install_action (widget_class, "steps.add", NULL, add_action_cb);
}

static GtkBox *
add_box (GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  gtk_box_append (GTK_BOX (content), box);
  return GTK_BOX (box);
}

static void
hearth_hearing_steps_init (HearthHearingSteps *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  self->dues = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->moved_box = add_box (content);
  self->head_box = add_box (content);
  self->parts_box = add_box (content);
  gtk_widget_set_visible (GTK_WIDGET (self->moved_box), FALSE);
  adw_bin_set_child (ADW_BIN (self), content);
}

/* ---- Public ---- */

GtkWidget *
hearth_hearing_steps_new (HearthStore *store, HearthRecord *hearing)
{
  HearthHearingSteps *self = g_object_new (HEARTH_TYPE_HEARING_STEPS, NULL);

  self->store = g_object_ref (store);
  self->hearing = g_object_ref (hearing);
  self->day = g_strdup (hearth_record_get (hearing, "at"));
  hearth_follow (self, store, "saved", show);
  show (self);
  return GTK_WIDGET (self);
}
