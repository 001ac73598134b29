/* SPDX-License-Identifier: GPL-3.0-or-later
 * The page of a hearing: protection, what is arranged for the day, how it was, and what came of it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/hearing-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/court-lamps.h"
#include "views/facts.h"
#include "views/isolate.h"
#include "views/legal-parts.h"
#include "views/legal-records.h"
#include "views/plain-page.h"
#include "views/plain-row.h"

/* Whoever goes along must find these; where the resident is heard by video, nobody travels. */
static const struct {
  const char *field;
  bool travel;
} wanted[] = {
  { "support_person", false }, { "escort", true },       { "transport", true },
  { "entrance", true },        { "waiting_room", true }, { "comfort", false },
  { "food", false },           { "after_care", false },  { "signal", false },
};

/* A field of each section that is filled in from the page. */
#define DAY_FIELD "support_person"
#define HOW_FIELD "left_at"
#define RESULT_FIELD "happened"

/* ---- Helpers ---- */

static bool
may_edit (HearthStore *store, HearthRecord *hearing)
{
  return hearth_record_is_open (hearing) &&
         hearth_legal_may_write (store, &hearth_hearing_type, hearth_record_get_resident (hearing));
}

static bool
may_see (HearthStore *store, HearthRecord *hearing, const HearthField *field)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), &hearth_hearing_type, field,
                                 hearth_record_get_resident (hearing));
}

static bool
is_cancelled (HearthRecord *hearing)
{
  return g_str_equal (hearth_record_get (hearing, "status"), "cancelled");
}

static void
add_button (AdwPreferencesGroup *group, const char *label, const char *action, const char *target)
{
  adw_preferences_group_add (group, hearth_plain_row_new_button (label, NULL, action, target));
}

/* What is filled in of the section that @name stands in. Returns how many rows. */
static unsigned int
add_section (HearthStore *store, HearthRecord *hearing, AdwPreferencesGroup *group, const char *name)
{
  const HearthRecordType *type = &hearth_hearing_type;
  const char *section = hearth_record_type_lookup_field (type, name)->section;
  unsigned int n = 0;

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];
      g_autofree char *value = NULL;

      if (field->section == NULL || !g_str_equal (field->section, section))
        continue;
      value = hearth_facts_dup_value (store, hearing, field);
      if (*value == '\0')
        continue;
      adw_preferences_group_add (group, hearth_facts_make_row (store, hearing, field, value));
      n++;
    }
  return n;
}

/* ---- Ready ---- */

void
hearth_hearing_add_lamps (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  GtkWidget *lamps =
    hearth_hearing_is_coming (store, hearing) ? hearth_court_lamps_new (store, hearing) : NULL;

  if (lamps != NULL)
    gtk_box_append (box, lamps);
}

/* ---- Protection ---- */

void
hearth_hearing_add_measures (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  const char *resident = hearth_record_get_resident (hearing);
  g_autoptr (GPtrArray) measures = NULL;
  AdwPreferencesGroup *group;
  GtkWidget *table;

  if (!hearth_policy_may_read (hearth_store_get_policy (store), &hearth_protective_measure_type, NULL,
                               resident))
    return;
  measures = hearth_hearing_list_measures (store, hearing, NULL);
  if (measures == NULL)
    return;
  group = hearth_plain_page_add_group (box, _ ("Protection at court"),
                                       measures->len == 0
                                         ? _ ("Ask the resident what would help, before the court is asked.")
                                         : NULL);
  table = hearth_legal_make_measure_table (measures);
  if (table != NULL)
    adw_preferences_group_add (group, table);
  if (hearth_legal_may_write (store, &hearth_protective_measure_type, resident))
    {
      GtkWidget *add = gtk_button_new_from_icon_name ("list-add-symbolic");

      gtk_widget_add_css_class (add, "flat");
      gtk_widget_set_tooltip_text (add, _ ("Add protection…"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "page.new-measure");
      adw_preferences_group_set_header_suffix (group, add);
    }
}

/* ---- The day ---- */

/* The fields that nobody has filled in, as words; the first of them. NULL: all are. */
static const char *
find_missing (HearthStore *store, HearthRecord *hearing, char **words)
{
  const char *attend = hearth_record_get (hearing, "attend"), *first = NULL;
  g_autoptr (GString) labels = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted) && !g_str_equal (attend, "not_needed"); i++)
    {
      const HearthField *field = hearth_record_type_lookup_field (&hearth_hearing_type, wanted[i].field);

      if (hearth_record_has (hearing, wanted[i].field) || !may_see (store, hearing, field) ||
          (wanted[i].travel && g_str_equal (attend, "video")))
        continue;
      if (first == NULL)
        first = wanted[i].field;
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? " · " : "", _ (field->label));
    }
  *words = g_string_free_and_steal (g_steal_pointer (&labels));
  return first;
}

void
hearth_hearing_add_day (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *words = NULL;
  const char *missing = find_missing (store, hearing, &words);
  AdwPreferencesGroup *group;
  GtkWidget *row;

  if (is_cancelled (hearing))
    return;
  group = hearth_plain_page_add_group (box, _ ("On the day"), NULL);
  if (add_section (store, hearing, group, DAY_FIELD) == 0 && missing == NULL)
    hearth_plain_page_describe_group (group, _ ("Nothing has to be arranged: the resident need not come."));
  if (missing == NULL || !hearth_hearing_is_coming (store, hearing))
    return;
  row = hearth_plain_row_new (_ ("Not arranged yet"), words);
  hearth_plain_row_add_icon (row, "content-loading-symbolic");
  if (may_edit (store, hearing))
    {
      hearth_plain_row_add_arrow (row);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", missing);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.edit-at");
    }
  adw_preferences_group_add (group, row);
}

/* ---- Afterwards ---- */

static bool
has_begun (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *day = hearth_record_dup_event_date (hearing);

  return strcmp (day, today) <= 0;
}

/* Whether there is a hearing of the same case on the day that was named as the next. */
static bool
has_next (HearthStore *store, HearthRecord *hearing)
{
  const char *next = hearth_record_get (hearing, "next_on");
  g_autoptr (GPtrArray) hearings =
    hearth_legal_list (store, &hearth_hearing_type, hearth_record_get_resident (hearing));

  hearth_legal_keep_of (hearings, "legal_case", hearth_record_get (hearing, "legal_case"));
  for (guint i = 0; i < hearings->len; i++)
    {
      g_autofree char *day = hearth_record_dup_event_date (g_ptr_array_index (hearings, i));

      if (g_str_equal (day, next))
        return true;
    }
  return false;
}

static void
add_orders (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  const char *resident = hearth_record_get_resident (hearing);
  g_autoptr (GPtrArray) orders = hearth_legal_list (store, &hearth_court_order_type, resident);
  bool may_add = hearth_legal_may_write (store, &hearth_court_order_type, resident);
  AdwPreferencesGroup *group;

  hearth_legal_keep_of (orders, "hearing", hearth_record_get_id (hearing));
  if (orders->len == 0 && !may_add)
    return;
  group = hearth_plain_page_add_group (box, _ ("Orders made there"), NULL);
  for (guint i = 0; i < orders->len; i++)
    adw_preferences_group_add (group, hearth_legal_make_order_row (store, g_ptr_array_index (orders, i)));
  if (may_add)
    add_button (group, _ ("Add an order, word for word…"), "page.new-order", NULL);
}

static void
add_how (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  AdwPreferencesGroup *group = hearth_plain_page_add_group (box, _ ("How the day was"), NULL);
  unsigned int n = add_section (store, hearing, group, HOW_FIELD);

  if (may_edit (store, hearing))
    add_button (group, n == 0 ? _ ("Write down how the day was…") : _ ("Add to it…"), "page.edit-at",
                HOW_FIELD);
  else if (n == 0)
    hearth_plain_page_describe_group (group, _ ("Nothing is written down yet."));
}

static void
add_result (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_hearing_type, RESULT_FIELD);
  AdwPreferencesGroup *group;
  unsigned int n;

  if (!may_see (store, hearing, field))
    return;
  group = hearth_plain_page_add_group (box, _ ("What came of it"), NULL);
  n = add_section (store, hearing, group, RESULT_FIELD);
  if (may_edit (store, hearing))
    add_button (group, n == 0 ? _ ("Write down what came of it…") : _ ("Add to what came of it…"),
                "page.edit-at", RESULT_FIELD);
  if (may_edit (store, hearing) && hearth_record_has (hearing, "next_on") && !has_next (store, hearing))
    {
      g_autofree char *day = hearth_isolate (hearth_date_format (hearth_record_get (hearing, "next_on")));
      /* Translators: a date */
      g_autofree char *label = g_strdup_printf (_ ("Add the hearing on %s…"), day);

      add_button (group, label, "page.new-hearing", NULL);
    }
}

void
hearth_hearing_add_after (GtkBox *box, HearthStore *store, HearthRecord *hearing)
{
  if (!has_begun (store, hearing) || is_cancelled (hearing))
    return;
  add_how (box, store, hearing);
  add_result (box, store, hearing);
  add_orders (box, store, hearing);
}
