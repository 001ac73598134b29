/* SPDX-License-Identifier: GPL-3.0-or-later
 * The registers of the legal page: protection at court, interviews, consents, and identity papers on their way back.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/legal-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/court.h"
#include "views/area.h"
#include "views/legal-records.h"
#include "views/legal-table.h"
#include "views/plain-row.h"

static char *
dup_today (HearthStore *store)
{
  return hearth_clock_today (hearth_store_get_clock (store));
}

static bool
may_read (HearthStore *store, const HearthRecordType *type, HearthRecord *resident)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), type, NULL,
                                 hearth_record_get_id (resident));
}

/* ---- Protection at court ---- */

/* The first thing that still wants an answer; -1 for none. */
static int
find_open (HearthRecord *measure)
{
  bool wants = g_str_equal (hearth_record_get (measure, "wanted"), "yes");
  const char *decision = hearth_record_get (measure, "decision");

  if (g_str_equal (hearth_record_get (measure, "wanted"), "not_asked"))
    return 0;
  if (wants && !hearth_record_has (measure, "requested_on"))
    return 1;
  if (wants && (*decision == '\0' || g_str_equal (decision, "waiting") || g_str_equal (decision, "refused")))
    return 2;
  return g_str_equal (hearth_record_get (measure, "given"), "no") ? 3 : -1;
}

GtkWidget *
hearth_legal_make_measure_table (GPtrArray *measures)
{
  const char *const heads[] = { _ ("Wanted"), _ ("Asked for"), _ ("Answer"), _ ("Was so"), NULL };
  GtkListBox *table;

  if (measures->len == 0)
    return NULL;
  table = hearth_legal_table_new (_ ("Protection at court"), heads);
  for (guint i = 0; i < measures->len; i++)
    {
      HearthRecord *measure = g_ptr_array_index (measures, i);
      g_autofree char *kind = hearth_legal_dup_words (measure, "kind");
      g_autofree char *title = hearth_legal_join (kind, hearth_record_get (measure, "detail"), NULL);
      g_autofree char *wanted = hearth_legal_dup_words (measure, "wanted");
      g_autofree char *asked = hearth_legal_dup_words (measure, "requested_on");
      g_autofree char *decision = hearth_legal_dup_words (measure, "decision");
      g_autofree char *given = hearth_legal_dup_words (measure, "given");
      int open = find_open (measure);
      const char *const cells[] = { wanted, open == 1 ? _ ("Not yet") : asked, decision, given, NULL };

      hearth_legal_table_add (table, measure, title, cells, open);
    }
  return GTK_WIDGET (table);
}

GtkWidget *
hearth_legal_make_measures (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (GPtrArray) measures = hearth_legal_list (store, &hearth_protective_measure_type, id);

  return hearth_legal_make_measure_table (measures);
}

/* ---- Interviews ---- */

static void
add_detail (GtkWidget *row, HearthRecord *statement, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_statement_type, name);
  g_autofree char *words = hearth_legal_dup_words (statement, name);
  GtkWidget *detail;

  if (*words == '\0')
    return;
  detail = hearth_plain_row_new (_ (field->label), words);
  gtk_widget_add_css_class (detail, "property");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), detail);
}

static GtkWidget *
make_statement_row (HearthRecord *statement)
{
  g_autofree char *title = hearth_record_dup_title (statement);
  g_autofree char *day = hearth_legal_dup_words (statement, "date");
  g_autofree char *body = hearth_legal_dup_words (statement, "body");
  g_autofree char *uses = hearth_legal_dup_words (statement, "reusable_for");
  g_autofree char *when = hearth_legal_join (day, body, NULL);
  g_autofree char *again =
    *uses != '\0' ? g_strdup_printf (_ ("Can be used again for: %s"), uses) : g_strdup ("");
  g_autofree char *subtitle = g_strdup_printf ("%s%s%s", when, *again != '\0' ? "\n" : "", again);
  GtkWidget *row = adw_expander_row_new (), *open;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  add_detail (row, statement, "topics");
  add_detail (row, statement, "recorded");
  add_detail (row, statement, "reference");
  open = hearth_plain_row_new_for_record (_ ("All that is written about it"), "",
                                          hearth_record_get_id (statement));
  hearth_plain_row_add_arrow (open);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), open);
  return row;
}

static GtkWidget *
make_count_row (HearthStore *store, unsigned int n)
{
  unsigned int most = hearth_interviews_get_most (store);
  g_autofree char *title = g_strdup_printf (ngettext ("%u interview", "%u interviews", n), n);
  g_autofree char *why = g_strdup_printf (
    ngettext ("More than the %u after which this house warns. Look first at what can be used again.",
              "More than the %u after which this house warns. Look first at what can be used again.", most),
    most);
  GtkWidget *row;

  row = hearth_plain_row_new (title, n > most ? why : _ ("What was said once need not be asked again."));
  if (n > most)
    hearth_plain_row_add_warning (row, _ ("Many interviews"));
  return row;
}

GtkWidget *
hearth_legal_make_statements (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (GPtrArray) statements = hearth_legal_list (store, &hearth_statement_type, id);
  GtkListBox *list;

  if (!may_read (store, &hearth_statement_type, resident))
    return NULL;
  if (statements->len == 0)
    return hearth_area_nothing_new (_ ("No interview is written down. Add those there were, so that nobody "
                                       "has to be asked twice."));
  list = hearth_area_list_new (_ ("Interviews"));
  gtk_list_box_append (list, make_count_row (store, hearth_interviews_count (store, id, NULL)));
  for (guint i = 0; i < statements->len; i++)
    gtk_list_box_append (list, make_statement_row (g_ptr_array_index (statements, i)));
  return GTK_WIDGET (list);
}

/* ---- Consents ---- */

/* How it stands today; *@holds: whether it may be relied on. */
static char *
describe_consent (HearthRecord *consent, const char *today, bool *holds)
{
  const char *from = hearth_record_get (consent, "valid_from"),
             *until = hearth_record_get (consent, "valid_until");

  *holds = false;
  if (hearth_record_has (consent, "withdrawn_on"))
    {
      g_autofree char *day = hearth_legal_dup_words (consent, "withdrawn_on");

      return g_strdup_printf (_ ("Taken back %s"), day);
    }
  if (strcmp (until, today) < 0)
    return g_strdup (_ ("Over"));
  *holds = strcmp (from, today) <= 0;
  return g_strdup (*holds ? _ ("Holds") : _ ("Not yet"));
}

GtkWidget *
hearth_legal_make_consents (HearthStore *store, HearthRecord *resident)
{
  const char *const heads[] = { _ ("Shared with"), _ ("Until"), _ ("Today"), NULL };
  const char *id = hearth_record_get_id (resident);
  g_autoptr (GPtrArray) consents = hearth_legal_list (store, &hearth_consent_type, id);
  g_autofree char *today = dup_today (store);
  GtkListBox *table;

  if (!may_read (store, &hearth_consent_type, resident))
    return NULL;
  if (consents->len == 0)
    return hearth_area_nothing_new (_ ("No consent is written down. Without one, nothing leaves the house."));
  table = hearth_legal_table_new (_ ("Consents"), heads);
  for (guint i = 0; i < consents->len; i++)
    {
      HearthRecord *consent = g_ptr_array_index (consents, i);
      bool holds;
      g_autofree char *title = hearth_record_dup_title (consent);
      g_autofree char *until = hearth_legal_dup_words (consent, "valid_until");
      g_autofree char *stands = describe_consent (consent, today, &holds);
      const char *const cells[] = { hearth_record_get (consent, "recipient"), until, stands, NULL };

      hearth_legal_table_add (table, consent, title, cells, holds ? -1 : 2);
    }
  return GTK_WIDGET (table);
}

/* ---- Identity papers ---- */

static bool
is_away (HearthRecord *paper)
{
  static const char *const here[] = { "resident", "safe", NULL };

  return !hearth_record_has (paper, "obtained_on") &&
         !g_strv_contains (here, hearth_record_get (paper, "original"));
}

/* "The original is: Police · Asked for 3 May 2026 · Expected 3 Jun 2026" */
static char *
describe_paper (HearthRecord *paper)
{
  g_autofree char *place = hearth_legal_dup_words (paper, "original");
  g_autofree char *asked = hearth_legal_dup_words (paper, "asked_on");
  g_autofree char *expected = hearth_legal_dup_words (paper, "expected_on");
  g_autofree char *where = g_strdup_printf (_ ("Original: %s"), place);
  g_autofree char *since =
    *asked != '\0' ? g_strdup_printf (_ ("Asked for %s"), asked) : g_strdup (_ ("Not asked for yet"));
  g_autofree char *by = *expected != '\0' ? g_strdup_printf (_ ("Expected %s"), expected) : g_strdup ("");

  return hearth_legal_join (where, since, by, NULL);
}

GtkWidget *
hearth_legal_make_papers (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (GPtrArray) papers = hearth_legal_list (store, &hearth_identity_document_type, id);
  g_autofree char *today = dup_today (store);
  GtkListBox *list = NULL;

  for (guint i = 0; i < papers->len; i++)
    {
      HearthRecord *paper = g_ptr_array_index (papers, i);
      const char *expected = hearth_record_get (paper, "expected_on");
      g_autofree char *title = hearth_record_dup_title (paper);
      g_autofree char *subtitle = describe_paper (paper);
      GtkWidget *row;

      if (!is_away (paper))
        continue;
      if (list == NULL)
        list = hearth_area_list_new (_ ("Identity papers to get back"));
      row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (paper));
      hearth_plain_row_add_icon (row, hearth_identity_document_type.icon_name);
      if (*expected != '\0' && strcmp (expected, today) < 0)
        hearth_plain_row_add_warning (row, _ ("Late"));
      gtk_list_box_append (list, row);
    }
  return GTK_WIDGET (list);
}
