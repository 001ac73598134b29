/* SPDX-License-Identifier: GPL-3.0-or-later
 * What stands above a timeline to narrow it: words, kinds of record, a period.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/timeline-filter.h"

#include "core/date.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

/* The period that the two dates make, and the one that is no narrowing at all. */
#define OWN_DATES -1
#define EVERYTHING 0

static const struct {
  int days;
  const char *label;
} periods[] = {
  { EVERYTHING, N_ ("All the time") }, { 7, N_ ("Last 7 days") },
  { 30, N_ ("Last 30 days") },         { 91, N_ ("Last 3 months") },
  { 365, N_ ("Last year") },           { OWN_DATES, N_ ("From one day to another") },
};

typedef struct {
  const HearthRecordType *type;
  GtkCheckButton *check;
} Kind;

struct _HearthTimelineFilter {
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkSearchEntry *search_entry;
  GtkMenuButton *kinds_button;
  GtkPopover *kinds_popover;
  GtkBox *kinds_box;
  GtkMenuButton *period_button;
  GtkPopover *period_popover;
  GtkBox *periods_box;
  GtkEditable *from_entry;
  GtkEditable *to_entry;
  GtkLabel *date_note;
  GtkLabel *count_label;
  GtkButton *clear_button;

  /* borrowed */
  GtkCheckButton *period_checks[G_N_ELEMENTS (periods)];

  /* owned */
  GArray *kinds;     /* of Kind */
  GPtrArray *wanted; /* of HearthRecordType */
  char *today;
  char *text;
  char *from;
  char *to;
  int days;
  bool active;
  bool quiet; /* parts are set from here, and nothing is told yet */
  HearthKindCountFunc count;
  gpointer count_data;
};

enum { PROP_0, PROP_ACTIVE, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint changed_signal;

G_DEFINE_FINAL_TYPE (HearthTimelineFilter, hearth_timeline_filter, GTK_TYPE_WIDGET)

/* --- what is said on the buttons --- */

static void
show_kinds (HearthTimelineFilter *self)
{
  guint n = self->wanted->len;
  g_autofree char *words = NULL;

  if (n == 0)
    words = g_strdup (_ ("All kinds"));
  else if (n == 1)
    words = g_strdup (_ (((const HearthRecordType *) g_ptr_array_index (self->wanted, 0))->label_plural));
  else
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u kind", "%u kinds", n), n);
  gtk_menu_button_set_label (self->kinds_button, words);
}

static void
show_period (HearthTimelineFilter *self)
{
  g_autofree char *from = hearth_date_format (self->from);
  g_autofree char *to = hearth_date_format (self->to);
  g_autofree char *words = NULL;

  if (self->days != OWN_DATES)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
        if (periods[i].days == self->days)
          gtk_menu_button_set_label (self->period_button, _ (periods[i].label));
      return;
    }
  if (*from != '\0' && *to != '\0')
    words = g_strdup_printf ("%s – %s", from, to);
  else if (*from != '\0')
    /* Translators: a period; %s is its first day. */
    words = g_strdup_printf (_ ("From %s"), from);
  else if (*to != '\0')
    /* Translators: a period; %s is its last day. */
    words = g_strdup_printf (_ ("Until %s"), to);
  else
    words = g_strdup (_ ("All the time"));
  gtk_menu_button_set_label (self->period_button, words);
}

static void
show (HearthTimelineFilter *self)
{
  bool active = *self->text != '\0' || self->wanted->len > 0 || *self->from != '\0' || *self->to != '\0';

  show_kinds (self);
  show_period (self);
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), active);
  if (active == self->active)
    return;
  self->active = active;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
tell (HearthTimelineFilter *self)
{
  if (self->quiet)
    return;
  show (self);
  g_signal_emit (self, changed_signal, 0);
}

/* --- kinds --- */

static void
kind_toggled_cb (HearthTimelineFilter *self, GtkCheckButton *check)
{
  g_ptr_array_set_size (self->wanted, 0);
  for (guint i = 0; i < self->kinds->len; i++)
    {
      Kind *kind = &g_array_index (self->kinds, Kind, i);

      if (gtk_check_button_get_active (kind->check))
        g_ptr_array_add (self->wanted, (gpointer) kind->type);
    }
  tell (self);
}

static void
kinds_shown_cb (HearthTimelineFilter *self)
{
  for (guint i = 0; self->count != NULL && i < self->kinds->len; i++)
    {
      Kind *kind = &g_array_index (self->kinds, Kind, i);
      gint64 n = self->count (kind->type, self->count_data);
      /* Translators: a kind of record, then how many there are. */
      g_autofree char *words =
        g_strdup_printf (_ ("%s (%'ld)"), _ (kind->type->label_plural), (glong) MAX (n, 0));

      gtk_check_button_set_label (kind->check, words);
    }
}

/* --- periods --- */

static void
set_dates (HearthTimelineFilter *self, const char *from, const char *to)
{
  bool changed = g_set_str (&self->from, from);

  if (g_set_str (&self->to, to) || changed)
    tell (self);
}

static void
apply_days (HearthTimelineFilter *self)
{
  g_autofree char *from = self->days > 0 ? hearth_date_add_days (self->today, 1 - self->days) : g_strdup ("");

  set_dates (self, from, "");
}

static void
period_toggled_cb (HearthTimelineFilter *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check) || self->quiet)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    if (self->period_checks[i] == check)
      self->days = periods[i].days;
  if (self->days == OWN_DATES)
    gtk_widget_grab_focus (GTK_WIDGET (self->from_entry));
  else
    {
      gtk_editable_set_text (self->from_entry, "");
      gtk_editable_set_text (self->to_entry, "");
      gtk_widget_set_visible (GTK_WIDGET (self->date_note), FALSE);
      apply_days (self);
      show (self);
    }
}

/* The date in @entry; NULL when what stands there is none. */
static char *
read_date (HearthTimelineFilter *self, GtkEditable *entry)
{
  const char *typed = gtk_editable_get_text (entry);
  g_autofree char *date = NULL;
  HearthProblemCode problem = HEARTH_PROBLEM_NONE;

  /* Empty is no end. */
  if (*typed != '\0')
    problem = hearth_date_parse (typed, self->today, false, &date);

  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != HEARTH_PROBLEM_NONE ? GTK_ACCESSIBLE_INVALID_TRUE
                                                              : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (problem == HEARTH_PROBLEM_NONE)
    {
      g_autofree char *shown = hearth_date_format (date != NULL ? date : "");

      gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
      gtk_editable_set_text (entry, shown);
      return date != NULL ? g_steal_pointer (&date) : g_strdup ("");
    }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  return NULL;
}

static void
check_period (HearthTimelineFilter *self, int days)
{
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    if (periods[i].days == days)
      gtk_check_button_set_active (self->period_checks[i], TRUE);
}

static void
dates_changed_cb (HearthTimelineFilter *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  const char *note = NULL;

  if (self->days != OWN_DATES && *gtk_editable_get_text (self->from_entry) == '\0' &&
      *gtk_editable_get_text (self->to_entry) == '\0')
    return;
  from = read_date (self, self->from_entry);
  to = read_date (self, self->to_entry);
  if (from == NULL || to == NULL)
    note = _ ("Please write a day, such as “1 May 2026”.");
  else if (*from != '\0' && *to != '\0' && strcmp (to, from) < 0)
    note = _ ("The last day is before the first.");
  gtk_label_set_label (self->date_note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_note), note != NULL);
  if (note != NULL)
    return;
  self->quiet = true;
  self->days = OWN_DATES;
  check_period (self, OWN_DATES);
  self->quiet = false;
  set_dates (self, from, to);
}

/* --- callbacks --- */

static void
search_changed_cb (HearthTimelineFilter *self)
{
  if (!self->quiet && g_set_str (&self->text, gtk_editable_get_text (GTK_EDITABLE (self->search_entry))))
    tell (self);
}

static void
stop_search_cb (HearthTimelineFilter *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
clear_clicked_cb (HearthTimelineFilter *self)
{
  hearth_timeline_filter_clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* --- overrides --- */

static void
hearth_timeline_filter_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_TIMELINE_FILTER);
  G_OBJECT_CLASS (hearth_timeline_filter_parent_class)->dispose (object);
}

static void
hearth_timeline_filter_finalize (GObject *object)
{
  HearthTimelineFilter *self = HEARTH_TIMELINE_FILTER (object);

  g_array_unref (self->kinds);
  g_ptr_array_unref (self->wanted);
  g_free (self->today);
  g_free (self->text);
  g_free (self->from);
  g_free (self->to);
  G_OBJECT_CLASS (hearth_timeline_filter_parent_class)->finalize (object);
}

static void
hearth_timeline_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_boolean (value, HEARTH_TIMELINE_FILTER (object)->active);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
hearth_timeline_filter_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (HEARTH_TIMELINE_FILTER (widget)->search_entry));
}

static void
hearth_timeline_filter_class_init (HearthTimelineFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_timeline_filter_dispose;
  object_class->finalize = hearth_timeline_filter_finalize;
  object_class->get_property = hearth_timeline_filter_get_property;
  widget_class->grab_focus = hearth_timeline_filter_grab_focus;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  changed_signal = g_signal_new ("changed", HEARTH_TYPE_TIMELINE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/timeline-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, box);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, clear_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, count_label);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, date_note);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, from_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, kinds_box);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, kinds_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, kinds_popover);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, period_button);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, period_popover);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, periods_box);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthTimelineFilter, to_entry);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, dates_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kinds_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
make_periods (HearthTimelineFilter *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ (periods[i].label)));

      gtk_check_button_set_group (check, i > 0 ? self->period_checks[0] : NULL);
      gtk_check_button_set_active (check, periods[i].days == EVERYTHING);
      self->period_checks[i] = check;
      gtk_box_append (self->periods_box, GTK_WIDGET (check));
      g_signal_connect_object (check, "toggled", G_CALLBACK (period_toggled_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
hearth_timeline_filter_init (HearthTimelineFilter *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (Kind));
  self->wanted = g_ptr_array_new ();
  self->today = g_strdup ("");
  self->text = g_strdup ("");
  self->from = g_strdup ("");
  self->to = g_strdup ("");
  self->days = EVERYTHING;
  gtk_widget_init_template (GTK_WIDGET (self));
  make_periods (self);
  show (self);
}

/* --- public --- */

HearthTimelineFilter *
hearth_timeline_filter_new (void)
{
  return g_object_new (HEARTH_TYPE_TIMELINE_FILTER, NULL);
}

void
hearth_timeline_filter_set_kinds (HearthTimelineFilter *self,
                                  const HearthRecordType *const *types,
                                  HearthKindCountFunc count,
                                  gpointer user_data)
{
  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));
  g_return_if_fail (self->kinds->len == 0);

  self->count = count;
  self->count_data = user_data;
  for (guint i = 0; types[i] != NULL; i++)
    {
      Kind kind = { types[i],
                    GTK_CHECK_BUTTON (gtk_check_button_new_with_label (_ (types[i]->label_plural))) };

      gtk_box_append (self->kinds_box, GTK_WIDGET (kind.check));
      g_signal_connect_object (kind.check, "toggled", G_CALLBACK (kind_toggled_cb), self, G_CONNECT_SWAPPED);
      g_array_append_val (self->kinds, kind);
    }
}

void
hearth_timeline_filter_set_today (HearthTimelineFilter *self, const char *today)
{
  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));
  g_return_if_fail (today != NULL);

  if (g_set_str (&self->today, today) && self->days > 0)
    apply_days (self);
}

void
hearth_timeline_filter_set_count (HearthTimelineFilter *self, guint n)
{
  g_autofree char *words = NULL;

  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));

  words = self->active
            ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entry found", "%'u entries found", n), n)
            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u entry", "%'u entries", n), n);
  gtk_label_set_label (self->count_label, words);
}

const char *
hearth_timeline_filter_get_text (HearthTimelineFilter *self)
{
  g_return_val_if_fail (HEARTH_IS_TIMELINE_FILTER (self), "");

  return self->text;
}

GPtrArray *
hearth_timeline_filter_get_kinds (HearthTimelineFilter *self)
{
  g_return_val_if_fail (HEARTH_IS_TIMELINE_FILTER (self), NULL);

  return self->wanted;
}

const char *
hearth_timeline_filter_get_from (HearthTimelineFilter *self)
{
  g_return_val_if_fail (HEARTH_IS_TIMELINE_FILTER (self), "");

  return self->from;
}

const char *
hearth_timeline_filter_get_to (HearthTimelineFilter *self)
{
  g_return_val_if_fail (HEARTH_IS_TIMELINE_FILTER (self), "");

  return self->to;
}

bool
hearth_timeline_filter_get_active (HearthTimelineFilter *self)
{
  g_return_val_if_fail (HEARTH_IS_TIMELINE_FILTER (self), false);

  return self->active;
}

void
hearth_timeline_filter_set_text (HearthTimelineFilter *self, const char *text)
{
  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));
  g_return_if_fail (text != NULL);

  /* An entry that is set empties itself first, and tells of that. */
  self->quiet = true;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), text);
  self->quiet = false;
  if (g_str_equal (self->text, text))
    return;
  g_set_str (&self->text, text);
  tell (self);
}

void
hearth_timeline_filter_set_kind_wanted (HearthTimelineFilter *self, const HearthRecordType *type, bool wanted)
{
  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));

  for (guint i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, Kind, i).type == type)
      gtk_check_button_set_active (g_array_index (self->kinds, Kind, i).check, wanted);
}

void
hearth_timeline_filter_set_days (HearthTimelineFilter *self, int days)
{
  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));
  g_return_if_fail (days >= 0);

  check_period (self, days);
}

void
hearth_timeline_filter_set_dates (HearthTimelineFilter *self, const char *from, const char *to)
{
  g_autofree char *shown_from = NULL;
  g_autofree char *shown_to = NULL;

  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));
  g_return_if_fail (from != NULL && to != NULL);

  shown_from = hearth_date_format (from);
  shown_to = hearth_date_format (to);
  gtk_editable_set_text (self->from_entry, shown_from);
  gtk_editable_set_text (self->to_entry, shown_to);
  dates_changed_cb (self);
}

void
hearth_timeline_filter_clear (HearthTimelineFilter *self)
{
  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));

  if (!self->active)
    return;
  self->quiet = true;
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_check_button_set_active (g_array_index (self->kinds, Kind, i).check, FALSE);
  gtk_editable_set_text (self->from_entry, "");
  gtk_editable_set_text (self->to_entry, "");
  gtk_widget_set_visible (GTK_WIDGET (self->date_note), FALSE);
  check_period (self, EVERYTHING);
  self->days = EVERYTHING;
  g_set_str (&self->text, "");
  g_set_str (&self->from, "");
  g_set_str (&self->to, "");
  self->quiet = false;
  tell (self);
}

void
hearth_timeline_filter_start_search (HearthTimelineFilter *self)
{
  g_return_if_fail (HEARTH_IS_TIMELINE_FILTER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}
