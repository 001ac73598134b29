/* SPDX-License-Identifier: GPL-3.0-or-later
 * A task in a list: what is to be done, by when and by whom, and a box to tick.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/task-row.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "core/record.h"
#include "rules/tasks.h"

struct _HearthTaskRow {
  AdwPreferencesRow parent_instance;

  /* Borrowed; NULL where nothing is left to tick */
  GtkCheckButton *box;

  /* Owned */
  HearthStore *store;
  HearthRecord *task;
};

enum { SIGNAL_FINISH, N_SIGNALS };

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HearthTaskRow, hearth_task_row, ADW_TYPE_PREFERENCES_ROW)

/* ---- Words ---- */

static char *
dup_day_and_time (HearthRecord *task)
{
  g_autofree char *day = hearth_date_format (hearth_record_get (task, "due"));
  g_autofree char *time = hearth_time_format (hearth_record_get (task, "due_time"));

  /* Translators: a date and a time of day */
  return *time != '\0' ? g_strdup_printf (_ ("%s, %s"), day, time) : g_steal_pointer (&day);
}

static char *
describe_when (HearthTaskRow *self)
{
  g_autofree char *due = dup_day_and_time (self->task);
  g_autofree char *time = hearth_time_format (hearth_record_get (self->task, "due_time"));
  g_autofree char *done = hearth_date_format (hearth_record_get (self->task, "done_on"));

  switch (hearth_task_get_standing (self->store, self->task))
    {
    case HEARTH_TASK_DONE:
      /* Translators: the day on which something was done */
      return g_strdup_printf (_ ("Done %s"), done);
    case HEARTH_TASK_CANCELLED:
      return g_strdup (hearth_task_standing_get_label (HEARTH_TASK_CANCELLED));
    case HEARTH_TASK_OVERDUE:
      /* Translators: the day, and perhaps the time, by which something should have been done */
      return g_strdup_printf (_ ("Was due %s"), due);
    case HEARTH_TASK_DUE:
      /* Translators: a time of day */
      return *time != '\0' ? g_strdup_printf (_ ("Today, %s"), time) : g_strdup (_ ("Today"));
    case HEARTH_TASK_LATER:
    case HEARTH_TASK_SOON:
    default:
      /* Translators: the day, and perhaps the time, by which something is to be done */
      return g_strdup_printf (_ ("Due %s"), due);
    }
}

static char *
describe_whose (HearthTaskRow *self)
{
  const HearthField *role =
    hearth_record_type_lookup_field (hearth_record_get_record_type (self->task), "assignee_role");
  g_autofree char *name = NULL;

  if (hearth_record_has (self->task, "done_by"))
    name = hearth_store_dup_link_title (self->store, hearth_record_get (self->task, "done_by"));
  else if (hearth_task_get_whose (self->store, self->task) == HEARTH_TASK_MINE)
    return g_strdup (_ ("For you"));
  else if (hearth_record_has (self->task, "assignee"))
    name = hearth_store_dup_link_title (self->store, hearth_record_get (self->task, "assignee"));
  else
    return hearth_record_format (self->task, role, "");
  /* A name may run in the other direction than the words around it. */
  return *name != '\0' ? g_strdup_printf ("\u2068%s\u2069", name) : g_steal_pointer (&name);
}

static char *
describe_repeat (HearthTaskRow *self)
{
  const HearthField *repeat =
    hearth_record_type_lookup_field (hearth_record_get_record_type (self->task), "repeat");

  if (g_str_equal (hearth_record_get (self->task, "repeat"), "no"))
    return g_strdup ("");
  return hearth_record_format (self->task, repeat, "");
}

static char *
describe (HearthTaskRow *self)
{
  char *parts[] = { describe_when (self), describe_whose (self), describe_repeat (self) };
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (*parts[i] != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", parts[i]);
      g_free (parts[i]);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* ---- Callbacks ---- */

static void
toggled_cb (HearthTaskRow *self)
{
  if (!gtk_check_button_get_active (self->box))
    return;
  gtk_check_button_set_active (self->box, FALSE);
  g_signal_emit (self, signals[SIGNAL_FINISH], 0);
}

/* ---- Making ---- */

static GtkWidget *
make_label (const char *words, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  for (gsize i = 0; css_classes != NULL && css_classes[i] != NULL; i++)
    gtk_widget_add_css_class (label, css_classes[i]);
  return label;
}

static GtkWidget *
make_chip (HearthTaskRow *self, const char *resident)
{
  g_autofree char *name = hearth_store_dup_link_title (self->store, resident);
  GtkWidget *chip;

  if (*name == '\0')
    return NULL;
  chip = gtk_button_new_with_label (name);
  gtk_widget_add_css_class (chip, "chip");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (chip), "s", resident);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (chip), "win.open-record");
  return chip;
}

static GtkWidget *
make_chips (HearthTaskRow *self)
{
  g_auto (GStrv) ids = g_strsplit (hearth_record_get (self->task, "residents"), " ", -1);
  GtkWidget *chips = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (chips), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (chips), 6);
  gtk_widget_set_margin_top (chips, 6);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *chip = *ids[i] != '\0' ? make_chip (self, ids[i]) : NULL;

      if (chip != NULL)
        adw_wrap_box_append (ADW_WRAP_BOX (chips), chip);
    }
  gtk_widget_set_visible (chips, gtk_widget_get_first_child (chips) != NULL);
  return chips;
}

static GtkWidget *
make_box (HearthTaskRow *self)
{
  GtkWidget *box = gtk_check_button_new ();
  const char *title = hearth_record_get (self->task, "title");
  /* Translators: the name of a box to tick; %s is what is to be done */
  g_autofree char *name = g_strdup_printf (_ ("Done: %s"), title);

  self->box = GTK_CHECK_BUTTON (box);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "selection-mode");
  gtk_widget_set_tooltip_text (box, _ ("Done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (box, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
make_words (HearthTaskRow *self, HearthTaskStanding standing)
{
  static const char *const urgent[] = { "caption-heading", "warning", NULL },
                           *const dim[] = { "caption", "dimmed", NULL },
                           *const late[] = { "caption", "warning", NULL };
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *about = describe (self);

  gtk_widget_set_hexpand (words, TRUE);
  if (hearth_record_is_yes (self->task, "urgent") && standing < HEARTH_TASK_DONE)
    gtk_box_append (GTK_BOX (words), make_label (_ ("Urgent"), urgent));
  gtk_box_append (GTK_BOX (words), make_label (hearth_record_get (self->task, "title"), NULL));
  gtk_box_append (GTK_BOX (words), make_label (about, standing == HEARTH_TASK_OVERDUE ? late : dim));
  if (hearth_record_has (self->task, "outcome"))
    gtk_box_append (GTK_BOX (words), make_label (hearth_record_get (self->task, "outcome"), dim));
  gtk_box_append (GTK_BOX (words), make_chips (self));
  return words;
}

static void
fill (HearthTaskRow *self)
{
  HearthTaskStanding standing = hearth_task_get_standing (self->store, self->task);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *open = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_margin_top (content, 12);
  gtk_widget_set_margin_bottom (content, 12);
  gtk_widget_set_margin_start (content, 12);
  gtk_widget_set_margin_end (content, 12);
  if (standing < HEARTH_TASK_DONE)
    gtk_box_append (GTK_BOX (content), make_box (self));
  gtk_box_append (GTK_BOX (content), make_words (self, standing));
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (content), open);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), content);
}

/* ---- Overrides ---- */

static void
hearth_task_row_dispose (GObject *object)
{
  HearthTaskRow *self = HEARTH_TASK_ROW (object);

  g_clear_object (&self->store);
  g_clear_object (&self->task);
  G_OBJECT_CLASS (hearth_task_row_parent_class)->dispose (object);
}

static void
hearth_task_row_class_init (HearthTaskRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_task_row_dispose;
  signals[SIGNAL_FINISH] =
    g_signal_new ("finish", HEARTH_TYPE_TASK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_task_row_init (HearthTaskRow *self)
{
}

/* ---- Public ---- */

GtkWidget *
hearth_task_row_new (HearthStore *store, HearthRecord *task)
{
  HearthTaskRow *self = g_object_new (HEARTH_TYPE_TASK_ROW, NULL);

  self->store = g_object_ref (store);
  self->task = g_object_ref (task);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), hearth_record_get (task, "title"));
  gtk_widget_add_css_class (GTK_WIDGET (self), "field");
  fill (self);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", hearth_record_get_id (task));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.open-record");
  return GTK_WIDGET (self);
}

HearthRecord *
hearth_task_row_get_task (HearthTaskRow *self)
{
  g_return_val_if_fail (HEARTH_IS_TASK_ROW (self), NULL);

  return self->task;
}

void
hearth_task_row_focus (HearthTaskRow *self)
{
  g_return_if_fail (HEARTH_IS_TASK_ROW (self));

  gtk_widget_grab_focus (self->box != NULL ? GTK_WIDGET (self->box) : GTK_WIDGET (self));
}
