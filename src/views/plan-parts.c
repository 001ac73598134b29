/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's plan: strengths first, what is wished and agreed, goals, and reviews.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/plan-parts.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans.h"
#include "views/area.h"
#include "views/goal-words.h"
#include "views/isolate.h"
#include "views/plain-row.h"
#include "views/resident-file.h"
#include "widgets/words.h"

#define MOST_STRENGTHS 6
#define MOST_REVIEWS 4
#define REVIEW_MONTHS 3

/* ---- Helpers ---- */

/* A row that begins a new record of @type in the file of the page. */
static void
add_new_row (GtkListBox *list,
             HearthStore *store,
             HearthRecord *resident,
             const HearthRecordType *type,
             const char *label)
{
  if (hearth_resident_file_may_write (store, resident, type))
    gtk_list_box_append (list, hearth_plain_row_new_button (label, "list-add-symbolic", "page.new-record",
                                                            type->name));
}

static char *
format_field (HearthRecord *record, const char *name)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);

  return hearth_record_format (record, hearth_record_type_lookup_field (type, name), "");
}

/* Under @words, where there are some, what can be done about it. */
static GtkWidget *
make_box (const char *words, GtkListBox *list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (words != NULL)
    gtk_box_append (GTK_BOX (box), hearth_area_nothing_new (words));
  if (gtk_list_box_get_row_at_index (list, 0) != NULL)
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  else
    g_object_unref (g_object_ref_sink (list));
  return box;
}

static GListModel *
list_records (HearthStore *store, HearthRecord *resident, const HearthRecordType *type)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);

  hearth_query_set_resident (query, hearth_record_get_id (resident));
  return hearth_store_list (store, query, NULL);
}

/* ---- Strengths ---- */

static void
add_strength (GtkListBox *list, HearthRecord *strength)
{
  const char *said = hearth_record_get (strength, "said");
  g_autofree char *kind = format_field (strength, "kind");
  g_autofree char *quoted = *said != '\0' ? hearth_words_quote (said) : NULL;
  g_autofree char *words = quoted != NULL ? g_strdup_printf ("%s\n%s", quoted, kind) : g_strdup (kind);
  GtkWidget *row = hearth_plain_row_new_for_record (hearth_record_get (strength, "text"), words,
                                                    hearth_record_get_id (strength));

  hearth_plain_row_add_icon (row, "starred-symbolic");
  gtk_list_box_append (list, row);
}

GtkWidget *
hearth_plan_make_strengths (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) strengths = list_records (store, resident, &hearth_strength_type);
  unsigned int n = strengths != NULL ? g_list_model_get_n_items (strengths) : 0;
  GtkListBox *list;

  if (strengths == NULL)
    return NULL;
  list = hearth_area_list_new (_ ("Strengths"));
  for (unsigned int i = 0; i < MIN (n, MOST_STRENGTHS); i++)
    {
      g_autoptr (HearthRecord) strength = g_list_model_get_item (strengths, i);

      if (strength != NULL)
        add_strength (list, strength);
    }
  add_new_row (list, store, resident, &hearth_strength_type, _ ("Add a strength"));
  return make_box (n == 0 ? _ ("Begin here: what the resident can do, loves to do, and whom they lean on.")
                          : NULL,
                   list);
}

/* ---- The plan ---- */

/* "3 May 2026", with a mark where the day has passed. */
static GtkWidget *
make_review_row (HearthStore *store, HearthRecord *plan)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  const char *review = hearth_record_get (plan, "review");
  g_autofree char *day = hearth_date_format (review);
  GtkWidget *row = hearth_plain_row_new (_ ("Next review"), day);

  gtk_widget_add_css_class (row, "property");
  if (*review != '\0' && g_strcmp0 (review, today) < 0)
    hearth_plain_row_add_warning (row, _ ("This day has passed"));
  return row;
}

/* "Yes · 3 May 2026" */
static GtkWidget *
make_agreed_row (HearthRecord *plan)
{
  g_autofree char *agreed = format_field (plan, "agreed");
  g_autofree char *day = hearth_date_format (hearth_record_get (plan, "agreed_on"));
  g_autofree char *words = *day != '\0' ? g_strdup_printf ("%s · %s", agreed, day) : g_strdup (agreed);
  GtkWidget *row =
    hearth_plain_row_new (_ ("The resident agrees"), *words != '\0' ? words : _ ("Not asked yet"));

  gtk_widget_add_css_class (row, "property");
  return row;
}

static GtkWidget *
make_plan_row (HearthRecord *plan)
{
  const char *wishes = hearth_record_get (plan, "wishes");
  const char *summary = hearth_record_get (plan, "summary");
  g_autofree char *title = *wishes != '\0'    ? hearth_words_quote (wishes)
                           : *summary != '\0' ? g_strdup (summary)
                                              : g_strdup (_ ("Ask the resident what they wish for"));
  g_autofree char *span = hearth_record_dup_subtitle (plan);
  g_autofree char *below =
    *wishes != '\0' && *summary != '\0' ? g_strdup_printf ("%s\n%s", summary, span) : g_strdup (span);
  GtkWidget *row = hearth_plain_row_new_for_record (title, below, hearth_record_get_id (plan));

  hearth_plain_row_add_icon (row, "hearth-plan-symbolic");
  hearth_plain_row_add_arrow (row);
  return row;
}

GtkWidget *
hearth_plan_make_plan (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (HearthRecord) plan = NULL;
  GtkListBox *list;

  if (!hearth_resident_file_may_read (store, resident, &hearth_care_plan_type))
    return NULL;
  plan = hearth_care_plan_find_active (store, hearth_record_get_id (resident), NULL);
  list = hearth_area_list_new (_ ("Plan"));
  if (plan == NULL)
    {
      add_new_row (list, store, resident, &hearth_care_plan_type, _ ("Make a plan"));
      return make_box (_ ("There is no plan for now. Make one together, and begin with what the resident "
                          "wishes for."),
                       list);
    }
  gtk_list_box_append (list, make_plan_row (plan));
  gtk_list_box_append (list, make_agreed_row (plan));
  gtk_list_box_append (list, make_review_row (store, plan));
  return GTK_WIDGET (list);
}

/* ---- Goals ---- */

static GtkWidget *
make_settled_row (HearthStore *store, GPtrArray *settled)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal of before", "%u goals of before", settled->len),
                     settled->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  for (guint i = 0; i < settled->len; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              hearth_goal_row_new (store, g_ptr_array_index (settled, i)));
  return row;
}

GtkWidget *
hearth_plan_make_goals (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GPtrArray) goals = hearth_goals_list (store, hearth_record_get_id (resident), NULL, NULL);
  g_autoptr (GPtrArray) settled = g_ptr_array_new ();
  GtkListBox *list;

  if (goals == NULL || !hearth_resident_file_may_read (store, resident, &hearth_goal_type))
    return NULL;
  list = hearth_area_list_new (_ ("Goals"));
  for (guint i = 0; i < goals->len; i++)
    {
      HearthRecord *goal = g_ptr_array_index (goals, i);

      if (hearth_goal_is_open (goal))
        gtk_list_box_append (list, hearth_goal_row_new (store, goal));
      else
        g_ptr_array_add (settled, goal);
    }
  add_new_row (list, store, resident, &hearth_goal_type, _ ("Add a goal"));
  if (settled->len > 0)
    gtk_list_box_append (list, make_settled_row (store, settled));
  return make_box (goals->len == 0 ? _ ("Ask what the resident wants to reach, and write it in their own "
                                        "words first.")
                                   : NULL,
                   list);
}

/* ---- Reviews ---- */

/* "Was there · 3 May 2026", and what came of it. */
static void
add_review (GtkListBox *list, HearthRecord *review)
{
  g_autofree char *part = hearth_record_dup_title (review);
  g_autofree char *day = hearth_isolate (hearth_date_format (hearth_record_get (review, "date")));
  g_autofree char *decisions = hearth_record_dup_subtitle (review);
  const char *agreed = hearth_record_get (review, "agreed");
  g_autofree char *quoted = *agreed != '\0' ? hearth_words_quote (agreed) : g_strdup ("");
  /* Translators: a day, and how the resident took part in a review: "3 May 2026 · The resident: was there" */
  g_autofree char *title = g_strdup_printf (_ ("%s · The resident: %s"), day, part);
  g_autofree char *below =
    g_strdup_printf ("%s%s%s", decisions, *decisions != '\0' && *quoted != '\0' ? "\n" : "", quoted);
  GtkWidget *row = hearth_plain_row_new_for_record (title, below, hearth_record_get_id (review));

  gtk_list_box_append (list, row);
}

GtkWidget *
hearth_plan_make_reviews (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (HearthRecord) plan = hearth_care_plan_find_active (store, hearth_record_get_id (resident), NULL);
  g_autoptr (GListModel) reviews = list_records (store, resident, &hearth_plan_review_type);
  unsigned int n = reviews != NULL ? g_list_model_get_n_items (reviews) : 0;
  GtkListBox *list;

  if (reviews == NULL || (n == 0 && plan == NULL))
    return NULL;
  list = hearth_area_list_new (_ ("Reviews"));
  for (unsigned int i = 0; i < MIN (n, MOST_REVIEWS); i++)
    {
      g_autoptr (HearthRecord) review = g_list_model_get_item (reviews, i);

      if (review != NULL)
        add_review (list, review);
    }
  if (plan != NULL)
    add_new_row (list, store, resident, &hearth_plan_review_type, _ ("Write down a review"));
  return make_box (n == 0 ? _ ("Sit down together every three months, and ask how the resident wants to take "
                               "part.")
                          : NULL,
                   list);
}

/* ---- Overview ---- */

char *
hearth_plan_dup_summary (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) plan = hearth_care_plan_find_active (store, id, NULL);
  g_autoptr (GPtrArray) goals = hearth_goals_list (store, id, NULL, NULL);
  g_autofree char *day = NULL;
  g_autofree char *count = NULL;
  unsigned int n_open = 0;

  for (guint i = 0; goals != NULL && i < goals->len; i++)
    n_open += hearth_goal_is_open (g_ptr_array_index (goals, i));
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u open goal", "%u open goals", n_open), n_open);
  if (plan == NULL)
    return n_open > 0 ? g_strdup_printf (_ ("%s · no plan"), count) : g_strdup (_ ("No plan yet"));
  day = hearth_isolate (hearth_date_format (hearth_record_get (plan, "review")));
  /* Translators: how many goals are open, and the day of the next review */
  return g_strdup_printf (_ ("%s · review %s"), count, day);
}

/* ---- New ones ---- */

void
hearth_plan_fill_in (HearthStore *store, HearthRecord *plan)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *review = hearth_date_add_months (today, REVIEW_MONTHS);

  if (!hearth_record_has (plan, "review"))
    hearth_record_set (plan, "review", review);
}

void
hearth_plan_review_fill_in (HearthStore *store, HearthRecord *review)
{
  const char *resident = hearth_record_get_resident (review);
  g_autoptr (HearthRecord) plan =
    *resident != '\0' ? hearth_care_plan_find_active (store, resident, NULL) : NULL;

  if (plan != NULL && !hearth_record_has (review, "plan"))
    hearth_record_set (review, "plan", hearth_record_get_id (plan));
}
