/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the pages of all professions show alike: what is due, what is new, and the record.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "rules/contributors.h"
#include "views/notice-group.h"
#include "views/plain-row.h"

#define NEW_DAYS 14
#define MOST_NEW 8

/* ---- Helpers ---- */

GtkListBox *
hearth_area_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_LIST_BOX (list);
}

char *
hearth_area_format (HearthStore *store, HearthRecord *record, const char *name)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  return hearth_record_format (record,
                               hearth_record_type_lookup_field (hearth_record_get_record_type (record), name),
                               today);
}

void
hearth_area_append (GString *line, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, words);
}

void
hearth_area_append_value (GString *line, HearthStore *store, HearthRecord *record, const char *name)
{
  g_autofree char *value = hearth_area_format (store, record, name);

  hearth_area_append (line, value);
}

void
hearth_area_append_labelled (GString *line, HearthStore *store, HearthRecord *record, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (hearth_record_get_record_type (record), name);
  g_autofree char *value = hearth_area_format (store, record, name);
  /* Translators: a field, and what stands in it */
  g_autofree char *words = *value != '\0' ? g_strdup_printf (_ ("%s: %s"), _ (field->label), value) : NULL;

  hearth_area_append (line, words);
}

GtkWidget *
hearth_area_nothing_new (const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dimmed");
  return label;
}

static void
warn_unless_denied (const GError *error)
{
  if (!g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Part of an area cannot be listed: %s", error->message);
}

static bool
may_read (HearthStore *store, HearthRecord *resident, const HearthRecordType *type)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), type, NULL,
                                 resident != NULL ? hearth_record_get_id (resident) : NULL);
}

static const HearthRecordType *const *
get_types (const HearthArea *area, HearthRecord *resident)
{
  return resident != NULL && area->of_resident != NULL ? area->of_resident : area->types;
}

/* "Weight · 54 kg · 3 May 2026": what it is, and when. */
static char *
describe (HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  g_autofree char *title = hearth_record_dup_title (record);
  g_autofree char *event = hearth_record_dup_event_date (record);
  g_autofree char *day = *event != '\0' ? hearth_date_format (event) : NULL;
  g_autoptr (GString) words = g_string_new (_ (type->label));

  if (*title != '\0' && !g_str_equal (title, _ (type->label)))
    /* First-strong isolate: a name must not turn round what stands beside it. */
    g_string_append_printf (words, " · \u2068%s\u2069", title);
  if (day != NULL)
    g_string_append_printf (words, " · %s", day);
  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* Whose record it is, before what it is: "Robin" / "Weight · 3 May" for the house, without the name for a resident. */
static GtkWidget *
make_record_row (HearthStore *store, HearthRecord *record, bool of_house)
{
  g_autofree char *title = NULL;
  g_autofree char *about = describe (record);
  const char *resident = hearth_record_get_resident (record);
  GtkWidget *row;

  if (of_house && *resident != '\0')
    title = hearth_store_dup_link_title (store, resident);
  else
    title = hearth_record_dup_title (record);
  row = hearth_plain_row_new_for_record (*title != '\0' ? title : about, *title != '\0' ? about : "",
                                         hearth_record_get_id (record));
  hearth_plain_row_add_icon (row, hearth_record_get_record_type (record)->icon_name);
  return row;
}

GtkWidget *
hearth_area_resident_row_new (HearthRecord *resident, const char *words)
{
  g_autofree char *name = hearth_record_dup_title (resident);
  GtkWidget *row = hearth_plain_row_new (name, words);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hearth_record_get_id (resident));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.resident");
  return row;
}

/* ---- What is due ---- */

/* On a resident's page the name says nothing: what is to be done stands in its place. */
static void
drop_name (HearthNotice *notice)
{
  if (*notice->detail == '\0')
    return;
  g_free (notice->title);
  notice->title = g_steal_pointer (&notice->detail);
  notice->detail = g_strdup ("");
}

GtkWidget *
hearth_area_make_due (const HearthArea *area, HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices =
    hearth_feed_collect_due (store, resident, get_types (area, resident), &error);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  GtkWidget *box;

  if (notices == NULL)
    {
      warn_unless_denied (error);
      return NULL;
    }
  for (guint i = notices->len; i > 0; i--)
    {
      HearthNotice *notice = g_ptr_array_index (notices, i - 1);

      if (area->skip != NULL && area->skip (store, notice->record))
        g_ptr_array_remove_index (notices, i - 1);
      else if (resident != NULL)
        drop_name (notice);
    }
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  hearth_notice_groups_show (GTK_BOX (box), notices, today, _ ("Late"), _ ("Nothing is due"));
  return box;
}

/* ---- What is new ---- */

static GListModel *
list_new (HearthStore *store, HearthRecord *resident, const HearthRecordType *const *types)
{
  g_autoptr (HearthQuery) query = hearth_query_new (NULL);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, 1 - NEW_DAYS);
  g_autoptr (GError) error = NULL;
  unsigned int n_types = 0;
  GListModel *records;

  while (types[n_types] != NULL)
    n_types++;
  hearth_query_set_types (query, types, n_types);
  hearth_query_set_period (query, from, today);
  if (resident != NULL)
    hearth_query_set_resident (query, hearth_record_get_id (resident));
  records = hearth_store_list (store, query, &error);
  if (records == NULL)
    warn_unless_denied (error);
  return records;
}

GtkWidget *
hearth_area_make_new (const HearthArea *area, HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) records =
    list_new (store, resident, area->told_as_new != NULL ? area->told_as_new : get_types (area, resident));
  unsigned int n = records != NULL ? g_list_model_get_n_items (records) : 0;
  GtkListBox *list;

  if (n == 0)
    return NULL;
  list = hearth_area_list_new (_ ("New"));
  for (unsigned int i = 0; i < MIN (n, MOST_NEW); i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);

      if (record != NULL)
        gtk_list_box_append (list, make_record_row (store, record, resident == NULL));
    }
  return GTK_WIDGET (list);
}

/* ---- The record ---- */

/* The newest, in words; "" where there is none. */
static char *
describe_latest (HearthStore *store, const HearthQuery *query, bool of_house)
{
  g_autoptr (GListModel) records = hearth_store_list (store, query, NULL);
  g_autoptr (HearthRecord) latest = records != NULL ? g_list_model_get_item (records, 0) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *event = NULL;
  g_autofree char *day = NULL;
  g_autofree char *whom = NULL;

  if (latest == NULL)
    return g_strdup (_ ("None yet"));
  event = hearth_record_dup_event_date (latest);
  day = *event != '\0' ? hearth_date_format (event) : g_strdup ("");
  whom = of_house ? hearth_store_dup_link_title (store, hearth_record_get_resident (latest)) : g_strdup ("");
  title = hearth_record_dup_title (latest);
  return g_strdup_printf ("\u2068%s\u2069%s%s%s%s", title, *day != '\0' && *title != '\0' ? " · " : "", day,
                          *whom != '\0' ? " · " : "", whom);
}

static GtkWidget *
make_type_row (HearthStore *store, HearthRecord *resident, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autofree char *latest = NULL;
  g_autofree char *count = NULL;
  GtkWidget *row, *label;

  if (resident != NULL)
    hearth_query_set_resident (query, hearth_record_get_id (resident));
  latest = describe_latest (store, query, resident == NULL);
  count = g_strdup_printf ("%'d", (int) MAX (hearth_store_count (store, query, NULL), 0));
  row = hearth_plain_row_new (_ (type->label_plural), latest);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  hearth_plain_row_add_icon (row, type->icon_name);
  label = gtk_label_new (count);
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  hearth_plain_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", type->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.list");
  return row;
}

GtkWidget *
hearth_area_make_record (const HearthArea *area, HearthStore *store, HearthRecord *resident)
{
  GtkListBox *list = hearth_area_list_new (_ ("The record"));

  for (const HearthRecordType *const *type = get_types (area, resident); *type != NULL; type++)
    if (may_read (store, resident, *type))
      gtk_list_box_append (list, make_type_row (store, resident, *type));
  return GTK_WIDGET (list);
}
