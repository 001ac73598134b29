/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page of a hearing: the report to the court, by when it is due, and what of it is still empty.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/hearing-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/isolate.h"
#include "views/legal-records.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

/* ---- When ---- */

/* "Due 13 Mar 2026 · In 3 days"; "Filed 10 Mar 2026"; "" where nobody knows. */
static char *
describe_due (HearthStore *store, HearthRecord *hearing, bool *late)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *due = hearth_hearing_dup_report_due (store, hearing);
  g_autofree char *due_day = hearth_isolate (hearth_date_format (due));
  g_autofree char *distance = hearth_legal_dup_distance (due, today);
  g_autofree char *words = NULL;

  *late = false;
  if (hearth_record_has (hearing, "report_filed_on"))
    {
      g_autofree char *filed =
        hearth_isolate (hearth_date_format (hearth_record_get (hearing, "report_filed_on")));

      return g_strdup_printf (_ ("Filed %s"), filed);
    }
  if (*due == '\0')
    return g_strdup ("");
  *late = strcmp (due, today) < 0;
  words = g_strdup_printf (_ ("Due %s"), due_day);
  return hearth_legal_join (words, distance, NULL);
}

static void
add_due (AdwPreferencesGroup *group, HearthStore *store, HearthRecord *hearing)
{
  bool late;
  g_autofree char *words = describe_due (store, hearing, &late);
  GtkWidget *row;

  if (*words == '\0')
    return;
  row = hearth_plain_row_new (_ ("Report to the court"), words);
  hearth_plain_row_add_icon (row, hearth_court_report_type.icon_name);
  if (late)
    hearth_plain_row_add_warning (row, _ ("Late"));
  if (!hearth_record_has (hearing, "report_filed_on") && hearth_record_is_open (hearing) &&
      hearth_legal_may_write (store, &hearth_hearing_type, hearth_record_get_resident (hearing)))
    {
      GtkWidget *filed = gtk_button_new_with_label (_ ("Filed today"));

      gtk_widget_set_valign (filed, GTK_ALIGN_CENTER);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (filed), "page.report-filed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), filed);
    }
  adw_preferences_group_add (group, row);
}

/* ---- What is empty ---- */

/* The labels of what is empty in @section. */
static char *
list_empty (HearthRecord *report, const char *section)
{
  const HearthRecordType *type = &hearth_court_report_type;
  g_autoptr (GString) labels = g_string_new (NULL);

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];

      if (g_strcmp0 (field->section, section) == 0 && !hearth_record_has (report, field->name))
        g_string_append_printf (labels, "%s%s", labels->len > 0 ? " · " : "", _ (field->label));
    }
  return g_string_free_and_steal (g_steal_pointer (&labels));
}

static void
add_empty_sections (AdwPreferencesGroup *group, HearthRecord *report)
{
  const HearthRecordType *type = &hearth_court_report_type;
  const char *section = NULL;

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      g_autofree char *empty = NULL;
      g_autofree char *title = NULL;
      GtkWidget *row;

      if (type->fields[i].section == NULL || g_strcmp0 (type->fields[i].section, section) == 0)
        continue;
      section = type->fields[i].section;
      empty = list_empty (report, section);
      if (*empty == '\0')
        continue;
      /* Translators: a section of a report */
      title = g_strdup_printf (_ ("Still empty: %s"), _ (section));
      row = hearth_plain_row_new_for_record (title, empty, hearth_record_get_id (report));
      hearth_plain_row_add_icon (row, "content-loading-symbolic");
      adw_preferences_group_add (group, row);
    }
}

/* A contribution lets a report say what closed notes do not: for which parts there is none. */
static void
add_missing_contributions (AdwPreferencesGroup *group, HearthStore *store, HearthRecord *hearing)
{
  const HearthField *part = hearth_record_type_lookup_field (&hearth_contribution_type, "part");
  const char *resident = hearth_record_get_resident (hearing);
  g_autoptr (GPtrArray) contributions = NULL;
  g_autoptr (GString) missing = g_string_new (NULL);
  GtkWidget *row;

  if (!hearth_policy_may_read (hearth_store_get_policy (store), &hearth_contribution_type, NULL, resident))
    return;
  contributions = hearth_legal_list (store, &hearth_contribution_type, resident);
  for (const HearthChoice *choice = part->choices; choice->code != NULL; choice++)
    {
      bool found = false;

      for (guint i = 0; i < contributions->len && !found; i++)
        {
          HearthRecord *contribution = g_ptr_array_index (contributions, i);
          g_auto (GStrv) uses = g_strsplit (hearth_record_get (contribution, "uses"), " ", -1);

          found = g_str_equal (hearth_record_get (contribution, "part"), choice->code) &&
                  g_strv_contains ((const char *const *) uses, "court");
        }
      if (!found)
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? " · " : "", _ (choice->label));
    }
  if (missing->len == 0)
    return;
  row = hearth_plain_row_new (_ ("No contribution for the court yet"), missing->str);
  hearth_plain_row_add_icon (row, hearth_contribution_type.icon_name);
  adw_preferences_group_add (group, row);
}

/* ---- The text ---- */

static void
add_text (AdwPreferencesGroup *group, HearthRecord *report)
{
  g_autofree char *title = hearth_record_dup_title (report);
  g_autofree char *day = hearth_legal_dup_words (report, "date");
  g_autofree char *subtitle = hearth_legal_join (day, hearth_record_get (report, "asked_by"), NULL);
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (report));
  GtkWidget *print = gtk_button_new_from_icon_name ("printer-symbolic");

  hearth_plain_row_add_icon (row, "document-edit-symbolic");
  gtk_widget_set_valign (print, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (print, "flat");
  gtk_widget_set_tooltip_text (print, _ ("Print the court report"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (print), "s", hearth_record_get_id (report));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "page.print-record");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), print);
  adw_preferences_group_add (group, row);
  add_empty_sections (group, report);
}

void
hearth_hearing_add_report (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  const char *resident = hearth_record_get_resident (hearing);
  g_autoptr (GPtrArray) reports = NULL;
  AdwPreferencesGroup *group;

  if (!hearth_policy_may_read (hearth_store_get_policy (store), &hearth_court_report_type, NULL, resident) ||
      g_str_equal (hearth_record_get (hearing, "status"), "cancelled"))
    return;
  reports = hearth_legal_list (store, &hearth_court_report_type, resident);
  hearth_legal_keep_of (reports, "hearing", hearth_record_get_id (hearing));
  group = hearth_plain_page_add_group (box, _ ("Report to the court"), NULL);
  add_due (group, store, hearing);
  for (guint i = 0; i < reports->len; i++)
    add_text (group, g_ptr_array_index (reports, i));
  add_missing_contributions (group, store, hearing);
  if (reports->len == 0 && hearth_legal_may_write (store, &hearth_court_report_type, resident))
    adw_preferences_group_add (group, hearth_plain_row_new_button (_ ("Write the court report…"), NULL,
                                                                   "page.write-report", NULL));
}

HearthRecord *
hearth_hearing_new_report (HearthStore *store, HearthRecord *hearing)
{
  HearthRecord *report = hearth_legal_new (&hearth_court_report_type, hearth_record_get_resident (hearing));
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  hearth_record_set (report, "hearing", hearth_record_get_id (hearing));
  hearth_record_set (report, "legal_case", hearth_record_get (hearing, "legal_case"));
  hearth_record_set (report, "date", today);
  hearth_record_set (report, "asked_by", hearth_record_get (hearing, "court"));
  return report;
}
