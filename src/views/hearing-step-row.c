/* SPDX-License-Identifier: GPL-3.0-or-later
 * A step of getting ready for a hearing, in a list: a box to tick, and a menu for the rest.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/hearing-step-row.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/follow.h"
#include "views/legal-records.h"
#include "views/tell.h"
#include "views/undo.h"
#include "widgets/words.h"

struct _HearthHearingStepRow {
  AdwPreferencesRow parent_instance;

  /* Borrowed */
  GtkCheckButton *box;
  GtkLabel *text_label;
  GtkLabel *about_label;
  GtkLabel *said_label;
  GtkLabel *source_label;

  /* Owned */
  HearthStore *store;
  HearthRecord *step;
  bool showing; /* the box is set, not ticked */
};

G_DEFINE_FINAL_TYPE (HearthHearingStepRow, hearth_hearing_step_row, ADW_TYPE_PREFERENCES_ROW)

/* ---- Helpers ---- */

static bool
may_write (HearthHearingStepRow *self)
{
  return hearth_record_is_open (self->step) &&
         hearth_legal_may_write (self->store, &hearth_preparation_type,
                                 hearth_record_get_resident (self->step));
}

/* ---- Words ---- */

static char *
describe_when (HearthHearingStepRow *self, HearthStepStanding standing)
{
  g_autofree char *due = hearth_date_format (hearth_record_get (self->step, "due"));
  g_autofree char *done = hearth_date_format (hearth_record_get (self->step, "done_on"));

  switch (standing)
    {
    case HEARTH_STEP_DONE:
      /* Translators: the day on which something was done */
      return g_strdup_printf (_ ("Done %s"), done);
    case HEARTH_STEP_NOT_NEEDED:
      return g_strdup (hearth_step_standing_get_label (standing));
    case HEARTH_STEP_OVERDUE:
      /* Translators: the day, and perhaps the time, by which something should have been done */
      return g_strdup_printf (_ ("Was due %s"), due);
    case HEARTH_STEP_DUE:
      return g_strdup (_ ("Today"));
    case HEARTH_STEP_LATER:
    default:
      /* Translators: the day by which a step is to be done */
      return g_strdup_printf (_ ("By %s"), due);
    }
}

static char *
describe_whose (HearthHearingStepRow *self, HearthStepStanding standing)
{
  if (standing == HEARTH_STEP_DONE && hearth_record_has (self->step, "done_by"))
    return g_strdup (hearth_record_get (self->step, "done_by"));
  if (hearth_record_has (self->step, "who"))
    return hearth_store_dup_link_title (self->store, hearth_record_get (self->step, "who"));
  return hearth_legal_dup_words (self->step, "role");
}

static char *
describe (HearthHearingStepRow *self, HearthStepStanding standing)
{
  g_autofree char *when = describe_when (self, standing);
  g_autofree char *whose = describe_whose (self, standing);
  bool critical = standing < HEARTH_STEP_DONE && hearth_record_is_yes (self->step, "critical");

  return hearth_legal_join (when, whose, critical ? _ ("Must not be left out") : "", NULL);
}

/* What the resident said to it, and what comes next. */
static char *
describe_said (HearthHearingStepRow *self)
{
  const char *said = hearth_record_get (self->step, "reaction"),
             *note = hearth_record_get (self->step, "note");
  g_autofree char *quoted = *said != '\0' ? hearth_words_quote (said) : g_strdup ("");

  return g_strdup_printf ("%s%s%s", quoted, *said != '\0' && *note != '\0' ? "\n" : "", note);
}

static void
show (gpointer owner)
{
  HearthHearingStepRow *self = owner;
  HearthStepStanding standing = hearth_step_get_standing (self->store, self->step);
  const char *text = hearth_record_get (self->step, "text");
  g_autofree char *about = describe (self, standing);
  g_autofree char *said = describe_said (self);
  /* Translators: the name of a box to tick; %s is what is to be done */
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), text);
  bool needed = standing != HEARTH_STEP_NOT_NEEDED;

  self->showing = true;
  gtk_check_button_set_active (self->box, standing == HEARTH_STEP_DONE);
  self->showing = false;
  gtk_widget_set_sensitive (GTK_WIDGET (self->box), needed && may_write (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), text);
  gtk_label_set_label (self->text_label, text);
  gtk_label_set_label (self->about_label, about);
  gtk_label_set_label (self->said_label, said);
  gtk_widget_set_visible (GTK_WIDGET (self->said_label), *said != '\0');
  gtk_widget_set_css_classes (GTK_WIDGET (self->about_label),
                              standing == HEARTH_STEP_OVERDUE
                                ? (const char *[]) { "caption", "warning", NULL }
                                : (const char *[]) { "caption", "dimmed", NULL });
  if (needed)
    gtk_widget_remove_css_class (GTK_WIDGET (self->text_label), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->text_label), "dimmed");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.leave-out",
                                 standing < HEARTH_STEP_DONE && may_write (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "step.take-in", !needed && may_write (self));
}

/* ---- Doing ---- */

static void
save (HearthHearingStepRow *self, HearthRecord *before)
{
  g_autoptr (GError) error = NULL;

  if (hearth_store_save (self->store, self->step, NULL, NULL, &error))
    {
      hearth_undo_offer (GTK_WIDGET (self), self->store, before);
      return;
    }
  hearth_record_assign (self->step, before);
  hearth_tell_error (GTK_WIDGET (self), _ ("Not saved"), error);
}

static void
finish (HearthHearingStepRow *self)
{
  g_autoptr (HearthRecord) before = hearth_record_copy (self->step);
  g_autoptr (GError) error = NULL;

  if (hearth_step_finish (self->store, self->step, &error))
    {
      hearth_undo_offer (GTK_WIDGET (self), self->store, before);
      return;
    }
  hearth_record_assign (self->step, before);
  hearth_tell_error (GTK_WIDGET (self), _ ("Not saved"), error);
}

/* What was ticked by mistake is open again; who did it has not done it then. */
static void
reopen (HearthHearingStepRow *self)
{
  g_autoptr (HearthRecord) before = hearth_record_copy (self->step);

  hearth_record_set (self->step, "done_on", "");
  hearth_record_set (self->step, "done_by", "");
  save (self, before);
}

static void
toggled_cb (HearthHearingStepRow *self)
{
  if (self->showing)
    return;
  if (gtk_check_button_get_active (self->box))
    finish (self);
  else
    reopen (self);
  show (self);
}

static void
set_needed (HearthHearingStepRow *self, bool needed)
{
  g_autoptr (HearthRecord) before = hearth_record_copy (self->step);

  hearth_record_set (self->step, "not_needed", needed ? "" : "yes");
  save (self, before);
  show (self);
}

static void
leave_out_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_needed (HEARTH_HEARING_STEP_ROW (widget), false);
}

static void
take_in_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_needed (HEARTH_HEARING_STEP_ROW (widget), true);
}

static void
source_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthHearingStepRow *self = HEARTH_HEARING_STEP_ROW (widget);
  GtkWidget *label = GTK_WIDGET (self->source_label);

  gtk_widget_set_visible (label, !gtk_widget_get_visible (label));
  if (gtk_widget_get_visible (label))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->source_label),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* ---- Making ---- */

static GtkLabel *
add_label (GtkWidget *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (words), label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_words (HearthHearingStepRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  self->text_label = add_label (words, NULL);
  self->about_label = add_label (words, "caption");
  self->said_label = add_label (words, "caption");
  self->source_label = add_label (words, "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->source_label), FALSE);
  return words;
}

static GtkWidget *
make_menu (HearthHearingStepRow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) leave_out = g_menu_item_new (_ ("Not needed"), "step.leave-out");
  g_autoptr (GMenuItem) take_in = g_menu_item_new (_ ("Needed after all"), "step.take-in");
  GtkWidget *button = gtk_menu_button_new ();
  /* Translators: the name of a menu; %s is what is to be done */
  g_autofree char *name = g_strdup_printf (_ ("More about: %s"), hearth_record_get (self->step, "text"));

  g_menu_append (menu, _ ("What this rests on"), "step.source");
  g_menu_item_set_attribute (leave_out, "hidden-when", "s", "action-disabled");
  g_menu_item_set_attribute (take_in, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, leave_out);
  g_menu_append_item (menu, take_in);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, _ ("More"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_box (HearthHearingStepRow *self)
{
  GtkWidget *box = gtk_check_button_new ();

  self->box = GTK_CHECK_BUTTON (box);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "selection-mode");
  gtk_widget_set_tooltip_text (box, _ ("Done"));
  g_signal_connect_object (box, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static void
fill (HearthHearingStepRow *self)
{
  const HearthCourtStep *usual = hearth_court_step_lookup (hearth_record_get (self->step, "item"));
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_set_margin_top (content, 9);
  gtk_widget_set_margin_bottom (content, 9);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 6);
  gtk_box_append (GTK_BOX (content), make_box (self));
  gtk_box_append (GTK_BOX (content), make_words (self));
  gtk_box_append (GTK_BOX (content), make_menu (self));
  gtk_label_set_label (self->source_label,
                       usual != NULL ? hearth_court_step_get_source (usual) : _ ("Added by this house."));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), content);
}

/* ---- Overrides ---- */

static void
hearth_hearing_step_row_dispose (GObject *object)
{
  HearthHearingStepRow *self = HEARTH_HEARING_STEP_ROW (object);

  g_clear_object (&self->step);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_hearing_step_row_parent_class)->dispose (object);
}

static void
hearth_hearing_step_row_class_init (HearthHearingStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_hearing_step_row_dispose;
  gtk_widget_class_install_action (widget_class, "step.source", NULL, source_action_cb);
  gtk_widget_class_install_action (widget_class, "step.leave-out", NULL, leave_out_action_cb);
  gtk_widget_class_install_action (widget_class, "step.take-in", NULL, take_in_action_cb);
}

static void
hearth_hearing_step_row_init (HearthHearingStepRow *self)
{
}

/* ---- Public ---- */

GtkWidget *
hearth_hearing_step_row_new (HearthStore *store, HearthRecord *step)
{
  HearthHearingStepRow *self = g_object_new (HEARTH_TYPE_HEARING_STEP_ROW, NULL);

  self->store = g_object_ref (store);
  self->step = g_object_ref (step);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  fill (self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", hearth_record_get_id (step));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-record");
  hearth_follow (self, step, "notify", show);
  show (self);
  return GTK_WIDGET (self);
}
