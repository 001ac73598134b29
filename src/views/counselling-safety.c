/* SPDX-License-Identifier: GPL-3.0-or-later
 * How safe a resident is: what was asked last and what follows; and asking where a session saw a risk.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/counselling-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/area.h"
#include "views/editor-page.h"
#include "views/facts.h"
#include "views/isolate.h"
#include "views/plain-row.h"

/* ---- Helpers ---- */

static bool
may_write_check (HearthStore *store, const char *resident)
{
  return hearth_policy_may_write (hearth_store_get_policy (store), &hearth_safety_check_type, NULL, resident);
}

static bool
is_risk (HearthRecord *record)
{
  const char *risk = hearth_record_get (record, "risk");

  return g_str_equal (risk, "medium") || g_str_equal (risk, "high");
}

/* The newest of @type in the file; NULL for none. Transfer full. */
static HearthRecord *
find_latest (HearthStore *store, const char *resident, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GListModel) records = NULL;

  hearth_query_set_resident (query, resident);
  records = hearth_store_list (store, query, NULL);
  return records != NULL ? g_list_model_get_item (records, 0) : NULL;
}

/* The newest session that saw a risk, where safety was not asked about on its day or later; NULL for none. */
static HearthRecord *
find_unanswered (HearthStore *store, const char *resident, HearthRecord *check)
{
  static const char *const risks[] = { "medium", "high", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_counselling_session_type);
  g_autofree char *asked = check != NULL ? hearth_record_dup_event_date (check) : g_strdup ("");
  g_autoptr (GListModel) sessions = NULL;
  g_autoptr (HearthRecord) session = NULL;

  hearth_query_set_resident (query, resident);
  hearth_query_set_filter (query, "risk", risks);
  sessions = hearth_store_list (store, query, NULL);
  session = sessions != NULL ? g_list_model_get_item (sessions, 0) : NULL;
  if (session == NULL || g_strcmp0 (asked, hearth_record_get (session, "date")) >= 0)
    return NULL;
  return g_steal_pointer (&session);
}

/* ---- Rows ---- */

/* "3 May 2026 · ask again on 10 May 2026" */
static char *
describe_check (HearthRecord *check)
{
  g_autofree char *date = hearth_record_dup_event_date (check);
  g_autofree char *day = hearth_isolate (hearth_date_format (date));
  g_autofree char *review = hearth_isolate (hearth_date_format (hearth_record_get (check, "review")));

  if (*review == '\0')
    return g_steal_pointer (&day);
  /* Translators: when somebody was asked about safety, and when they are to be asked again */
  return g_strdup_printf (_ ("%s · ask again on %s"), day, review);
}

static GtkWidget *
make_check_row (HearthStore *store, HearthRecord *check)
{
  g_autofree char *title = hearth_record_dup_title (check);
  g_autofree char *words = describe_check (check);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  const char *review = hearth_record_get (check, "review");
  GtkWidget *row = hearth_plain_row_new_for_record (title, words, hearth_record_get_id (check));

  hearth_plain_row_add_icon (row, hearth_safety_check_type.icon_name);
  if (*review != '\0' && g_strcmp0 (review, today) <= 0)
    hearth_plain_row_add_warning (row, _ ("It is time to ask again"));
  hearth_plain_row_add_arrow (row);
  return row;
}

/* It became an alert, which everybody on duty reads. */
static void
add_alert (GtkListBox *list, HearthRecord *check)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_safety_check_type, "alert_text");
  GtkWidget *row;

  if (!hearth_record_has (check, field->name))
    return;
  row = hearth_plain_row_new (_ (field->label), hearth_record_get (check, field->name));
  gtk_widget_add_css_class (row, "property");
  gtk_list_box_append (list, row);
}

/* Folded away until it is asked for, and noted then. */
static void
add_agreed (GtkListBox *list, HearthStore *store, HearthRecord *check)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_safety_check_type, "agreed");
  g_autofree char *value = hearth_facts_dup_value (store, check, field);

  if (*value != '\0')
    gtk_list_box_append (list, hearth_facts_make_row (store, check, field, value));
}

/* A session saw a risk, and nobody wrote what follows from it. */
static void
add_unanswered (GtkListBox *list, HearthRecord *session)
{
  g_autofree char *day = hearth_isolate (hearth_date_format (hearth_record_get (session, "date")));
  g_autofree char *risk =
    hearth_record_format (session, hearth_record_type_lookup_field (&hearth_counselling_session_type, "risk"),
                          "");
  /* Translators: "Risk seen on 3 May 2026: high" */
  g_autofree char *title = g_strdup_printf (_ ("Risk seen on %s: %s"), day, risk);
  GtkWidget *row =
    hearth_plain_row_new_for_record (title, _ ("Nobody has written a safety check since then."),
                                     hearth_record_get_id (session));

  hearth_plain_row_add_icon (row, "dialog-warning-symbolic");
  hearth_plain_row_add_arrow (row);
  gtk_list_box_append (list, row);
}

GtkWidget *
hearth_counselling_make_safety (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) check = NULL;
  g_autoptr (HearthRecord) session = NULL;
  GtkWidget *box;
  GtkListBox *list;

  if (!hearth_policy_may_read (hearth_store_get_policy (store), &hearth_safety_check_type, NULL, id))
    return NULL;
  check = find_latest (store, id, &hearth_safety_check_type);
  session = find_unanswered (store, id, check);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  list = hearth_area_list_new (_ ("Safety"));
  if (check == NULL)
    gtk_box_append (GTK_BOX (box), hearth_area_nothing_new (_ ("Nobody has asked about safety yet. Asking "
                                                               "plainly does no harm, "
                                                               "and may be a relief.")));
  if (session != NULL)
    add_unanswered (list, session);
  if (check != NULL)
    {
      gtk_list_box_append (list, make_check_row (store, check));
      add_alert (list, check);
      add_agreed (list, store, check);
    }
  if (may_write_check (store, id))
    gtk_list_box_append (list,
                         hearth_plain_row_new_button (_ ("Write a safety check"), "list-add-symbolic",
                                                      "page.new-record", hearth_safety_check_type.name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  return box;
}

/* ---- New ones ---- */

/* What the session saw already is not asked a second time. */
void
hearth_safety_check_fill_in (HearthStore *store, HearthRecord *check)
{
  const char *resident = hearth_record_get_resident (check);
  g_autofree char *now = hearth_clock_stamp (hearth_store_get_clock (store));
  g_autoptr (HearthRecord) before =
    *resident != '\0' ? find_latest (store, resident, &hearth_safety_check_type) : NULL;
  g_autoptr (HearthRecord) session = *resident != '\0' ? find_unanswered (store, resident, before) : NULL;

  if (!hearth_record_has (check, "at"))
    hearth_record_set (check, "at", now);
  if (session == NULL)
    return;
  if (!hearth_record_has (check, "risk"))
    hearth_record_set (check, "risk", hearth_record_get (session, "risk"));
  if (!hearth_record_has (check, "told"))
    hearth_record_set (check, "told", hearth_record_get (session, "escalated"));
}

AdwNavigationPage *
hearth_counselling_make_parting (HearthStore *store, HearthRecord *session)
{
  const char *resident = hearth_record_get_resident (session);
  g_autoptr (HearthRecord) check = NULL;

  if (!is_risk (session) || !may_write_check (store, resident))
    return NULL;
  check = hearth_record_new (&hearth_safety_check_type);
  hearth_record_set (check, "resident", resident);
  return ADW_NAVIGATION_PAGE (hearth_editor_page_new (store, check));
}

void
hearth_safety_check_add_notes (HearthStore *store, HearthRecord *check, HearthRecordForm *form)
{
  const char *resident = hearth_record_get_resident (check);
  g_autoptr (HearthRecord) before = find_latest (store, resident, &hearth_safety_check_type);
  g_autoptr (HearthRecord) session = find_unanswered (store, resident, before);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;

  if (session == NULL)
    return;
  day = hearth_isolate (hearth_date_format (hearth_record_get (session, "date")));
  /* Translators: a day */
  title = g_strdup_printf (_ ("The session of %s saw a risk"), day);
  hearth_record_form_add_note (
    form, hearth_plain_row_new (title, _ ("Write down what was asked, what you agreed on together, and what "
                                          "everybody on duty must know. Or go back, and do it later.")));
}
