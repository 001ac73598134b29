/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is in a resident's file: a row for each kind of record, with what matters of it and how many there are.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/file-view.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/emergency.h"
#include "views/file-kinds.h"
#include "views/follow.h"
#include "views/hard-history.h"
#include "views/resident-file.h"
#include "widgets/lock-mark.h"

/* A summary reads no more than a page of a list. */
#define MOST_READ 64
#define MOST_LINES 5

typedef struct {
  GtkWidget *row;
  GtkLabel *count;
  GListModel *records;
  char *(*summarise) (HearthFileView *self, GListModel *records); /* or NULL */
} Entry;

struct _HearthFileView {
  AdwBin parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GArray *entries; /* of Entry */
};

G_DEFINE_FINAL_TYPE (HearthFileView, hearth_file_view, ADW_TYPE_BIN)

static void
entry_clear (gpointer data)
{
  g_clear_object (&((Entry *) data)->records);
}

/* ---- What matters of a kind ---- */

static void
append_line (GString *words, const char *line)
{
  if (*line != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
}

static char *
summarise_people (HearthFileView *self, GListModel *records)
{
  unsigned int n = MIN (g_list_model_get_n_items (records), MOST_READ), n_safe = 0, n_barred = 0;
  g_autoptr (GString) words = g_string_new (NULL);

  for (unsigned int i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) contact = g_list_model_get_item (records, i);

      n_barred += hearth_record_is_yes (contact, "no_contact");
      n_safe += hearth_resident_file_may_be_called (contact);
    }
  if (n_barred > 0)
    {
      g_autofree char *line = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u must not have contact",
                                                            "%u must not have contact", n_barred),
                                               n_barred);

      append_line (words, line);
    }
  if (n_safe > 0)
    {
      g_autofree char *line =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u may be called", "%u may be called", n_safe),
                         n_safe);

      append_line (words, line);
    }
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Which originals are not at hand, and when they are expected. */
static char *
summarise_papers (HearthFileView *self, GListModel *records)
{
  g_autoptr (GString) words = g_string_new (NULL);
  unsigned int n = MIN (g_list_model_get_n_items (records), MOST_READ), lines = 0, more = 0;

  for (unsigned int i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) paper = g_list_model_get_item (records, i);
      g_autofree char *line = hearth_resident_file_describe_missing_paper (paper);

      if (*line == '\0')
        continue;
      if (lines++ < MOST_LINES)
        append_line (words, line);
      else
        more++;
    }
  if (more > 0)
    {
      g_autofree char *line =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", more), more);

      append_line (words, line);
    }
  if (lines == 0 && n > 0)
    append_line (words, _ ("All originals are at hand"));
  return g_string_free_and_steal (g_steal_pointer (&words));
}

static char *
summarise_belongings (HearthFileView *self, GListModel *records)
{
  static const char *const ours[] = { "locker", "safe", "store", NULL };
  gint64 kept =
    hearth_resident_file_count (self->store, self->resident, &hearth_belonging_type, "kept", ours);

  if (kept <= 0)
    return g_strdup ("");
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d thing in our keeping", "%d things in our keeping",
                                       (gulong) kept),
                          (int) kept);
}

/* Title and subtitle of the newest. */
static char *
summarise_newest (HearthFileView *self, GListModel *records)
{
  g_autoptr (HearthRecord) newest = g_list_model_get_item (records, 0);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (newest == NULL)
    return g_strdup ("");
  title = hearth_record_dup_title (newest);
  subtitle = hearth_record_dup_subtitle (newest);
  return *subtitle != '\0' && *title != '\0' ? g_strdup_printf ("%s · %s", title, subtitle)
                                             : g_strconcat (title, subtitle, NULL);
}

/* "Arrived on 3 May 2026 · to be completed". */
static char *
summarise_admissions (HearthFileView *self, GListModel *records)
{
  g_autoptr (HearthRecord) newest = g_list_model_get_item (records, 0);
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *state = NULL;
  g_autofree char *words = NULL;

  if (newest == NULL)
    return g_strdup ("");
  day = hearth_record_dup_event_date (newest);
  shown = hearth_date_format (day);
  state = hearth_record_dup_subtitle (newest);
  words = g_strdup_printf (_ ("Arrived on %s"), shown);
  return *state != '\0' ? g_strdup_printf ("%s · %s", words, state) : g_steal_pointer (&words);
}

/* What is said of a kind beside how many there are. */
static const struct {
  const HearthRecordType *type;
  char *(*summarise) (HearthFileView *self, GListModel *records);
} summaries[] = {
  { &hearth_contact_type, summarise_people },
  { &hearth_identity_document_type, summarise_papers },
  { &hearth_belonging_type, summarise_belongings },
  { &hearth_stay_type, summarise_newest },
  { &hearth_bed_type, summarise_newest },
  { &hearth_admission_type, summarise_admissions },
  { &hearth_counselling_session_type, summarise_newest },
  { &hearth_visit_type, summarise_newest },
  { &hearth_leave_type, summarise_newest },
  { &hearth_incident_type, summarise_newest },
};

/* ---- Showing ---- */

static void
show_entry (HearthFileView *self, Entry *entry)
{
  unsigned int n = g_list_model_get_n_items (entry->records);
  g_autofree char *count = g_strdup_printf ("%'u", n);
  g_autofree char *summary = NULL;

  gtk_label_set_label (entry->count, count);
  if (entry->summarise != NULL)
    summary = entry->summarise (self, entry->records);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (entry->row), summary != NULL ? summary : "");
}

static void
show (gpointer owner)
{
  HearthFileView *self = owner;

  for (unsigned int i = 0; i < self->entries->len; i++)
    show_entry (self, &g_array_index (self->entries, Entry, i));
}

/* ---- Making ---- */

static GtkWidget *
make_print_button (const HearthFileKind *kind)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("printer-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ (kind->report_label));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind->report);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.print-kind");
  return button;
}

static GtkWidget *
make_row (const HearthRecordType *type, GtkWidget *count, GtkWidget *print_button)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (count, "dimmed");
  gtk_widget_add_css_class (count, "numeric");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (type->label_plural));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (type->icon_name));
  if (print_button != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), print_button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), count);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", type->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.list");
  return row;
}

static void
add_kind (HearthFileView *self, AdwPreferencesGroup *group, const HearthFileKind *kind)
{
  bool may_print = hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_PRINT);
  GtkWidget *print_button = kind->report != NULL && may_print ? make_print_button (kind) : NULL;
  Entry entry = { .count = GTK_LABEL (gtk_label_new (NULL)) };

  for (gsize i = 0; i < G_N_ELEMENTS (summaries); i++)
    if (summaries[i].type == kind->type)
      entry.summarise = summaries[i].summarise;
  entry.records = hearth_resident_file_list (self->store, self->resident, kind->type, NULL, NULL);
  entry.row = make_row (kind->type, GTK_WIDGET (entry.count), print_button);
  adw_preferences_group_add (group, entry.row);
  if (entry.records == NULL)
    return;
  hearth_follow (self, entry.records, "items-changed", show);
  g_array_append_val (self->entries, entry);
}

static AdwPreferencesGroup *
add_group (HearthFileView *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
make_rows (HearthFileView *self)
{
  unsigned int n_kinds;
  const HearthFileKind *kinds = hearth_file_kinds_get (&n_kinds);
  AdwPreferencesGroup *group = NULL;
  const char *heading = NULL;

  for (unsigned int i = 0; i < n_kinds; i++)
    {
      if (kinds[i].heading != NULL)
        {
          heading = kinds[i].heading;
          group = NULL;
        }
      if (kinds[i].type == &hearth_exploitation_type ||
          !hearth_resident_file_may_read (self->store, self->resident, kinds[i].type))
        continue;
      if (group == NULL)
        group = add_group (self, _ (heading));
      add_kind (self, group, &kinds[i]);
    }
}

/* Says that there is a way when something is kept from this reader's role and cannot wait. */
static void
add_emergency (HearthFileView *self)
{
  AdwPreferencesGroup *group;
  GtkWidget *row;

  if (!hearth_emergency_is_offered (self->store, hearth_record_get_id (self->resident)))
    return;
  group = add_group (self, _ ("Not open to your role"));
  adw_preferences_group_set_header_suffix (
    group, hearth_lock_mark_new_plain (_ ("Parts of this file are not open to your role"), NULL));
  row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("_Open in an emergency…"));
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.open-emergency");
  adw_preferences_group_add (group, row);
}

static void
add_history (HearthFileView *self)
{
  if (hearth_resident_file_may_read (self->store, self->resident, &hearth_exploitation_type))
    gtk_box_append (self->box, GTK_WIDGET (hearth_hard_history_new (self->store, self->resident)));
}

/* ---- Overrides ---- */

/* What was changed elsewhere need not have moved in its list. */
static void
hearth_file_view_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_file_view_parent_class)->map (widget);
}

static void
hearth_file_view_dispose (GObject *object)
{
  HearthFileView *self = HEARTH_FILE_VIEW (object);

  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_file_view_parent_class)->dispose (object);
}

static void
hearth_file_view_class_init (HearthFileViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_file_view_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_file_view_map;
}

static void
hearth_file_view_init (HearthFileView *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* ---- Public ---- */

HearthFileView *
hearth_file_view_new (HearthStore *store, HearthRecord *resident)
{
  HearthFileView *self = g_object_new (HEARTH_TYPE_FILE_VIEW, NULL);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  make_rows (self);
  add_history (self);
  add_emergency (self);
  show (self);
  return self;
}
