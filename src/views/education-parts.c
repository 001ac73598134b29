/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the page of education shows of a resident: where learning begins, the plan with its goals, places, trainings and
 * certificates.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/education-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/plans.h"
#include "rules/school.h"
#include "views/area.h"
#include "views/plain-page.h"
#include "views/plain-row.h"
#include "views/resident-file.h"
#include "widgets/words.h"

#define MOST_LINES 4
#define MOST_SETTLED 3
#define NEAREST 10
#define BAR_WIDTH 84
#define DAYS_AHEAD 365
#define SUMMARY_DAYS 56

/* ---- Helpers ---- */

static GtkWidget *
add_row (GtkListBox *list, const char *title, const char *subtitle, HearthRecord *record)
{
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (record));

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MOST_LINES);
  gtk_list_box_append (list, row);
  return row;
}

/* What to do first, where this reader may. */
static GtkWidget *
make_first (HearthStore *store,
            HearthRecord *resident,
            const HearthRecordType *type,
            const char *words,
            const char *button)
{
  GtkListBox *list;
  GtkWidget *row;

  if (!hearth_resident_file_may_read (store, resident, type))
    return NULL;
  if (!hearth_resident_file_may_write (store, resident, type))
    return hearth_area_nothing_new (words);
  list = hearth_area_list_new (_ (type->label));
  row = hearth_plain_row_new (button, words);
  hearth_plain_row_add_icon (row, "list-add-symbolic");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", type->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.new-record");
  gtk_list_box_append (list, row);
  return GTK_WIDGET (list);
}

static HearthRecord *
find_latest (HearthStore *store, HearthRecord *resident, const HearthRecordType *type)
{
  g_autoptr (GListModel) records = hearth_resident_file_list (store, resident, type, NULL, NULL);

  return records != NULL ? g_list_model_get_item (records, 0) : NULL;
}

/* ---- Where learning begins ---- */

static void
add_quote (GtkListBox *list, HearthRecord *baseline, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_education_baseline_type, name);
  g_autofree char *quoted = NULL;
  GtkWidget *row;

  if (!hearth_record_has (baseline, name))
    return;
  quoted = hearth_words_quote (hearth_record_get (baseline, name));
  row = add_row (list, _ (field->label), quoted, baseline);
  gtk_widget_add_css_class (row, "own-words");
}

GtkWidget *
hearth_education_make_baseline (HearthStore *store, HearthRecord *resident)
{
  static const char *const levels[] = { "reading", "writing", "numbers" };
  static const char *const schooling[] = { "last_grade", "years_out" };
  g_autoptr (HearthRecord) baseline = find_latest (store, resident, &hearth_education_baseline_type);
  g_autoptr (GString) level = g_string_new (NULL), school = g_string_new (NULL);
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  GtkListBox *list;

  if (baseline == NULL)
    return make_first (store, resident, &hearth_education_baseline_type,
                       _ ("Ask what the resident likes to learn and wants to become, and look together at "
                          "reading and numbers."),
                       _ ("Write where learning begins"));
  list = hearth_area_list_new (_ ("Where learning begins"));
  add_quote (list, baseline, "dream");
  add_quote (list, baseline, "likes");
  for (gsize i = 0; i < G_N_ELEMENTS (schooling); i++)
    hearth_area_append_labelled (school, store, baseline, schooling[i]);
  hearth_area_append_labelled (school, store, baseline, "helps");
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    hearth_area_append_labelled (level, store, baseline, levels[i]);
  day = hearth_area_format (store, baseline, "date");
  /* Translators: a date */
  title = g_strdup_printf (_ ("On %s"), day);
  if (level->len > 0 && school->len > 0)
    g_string_append_c (level, '\n');
  g_string_append (level, school->str);
  add_row (list, title, level->str, baseline);
  return GTK_WIDGET (list);
}

/* ---- Plan and goals ---- */

GtkWidget *
hearth_education_make_level (GtkLevelBarMode mode,
                             double value,
                             double most,
                             const char *label,
                             const char *words)
{
  static const char *const offsets[] = { GTK_LEVEL_BAR_OFFSET_LOW, GTK_LEVEL_BAR_OFFSET_HIGH,
                                         GTK_LEVEL_BAR_OFFSET_FULL };
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, most);

  gtk_level_bar_set_mode (GTK_LEVEL_BAR (bar), mode);
  for (gsize i = 0; i < G_N_ELEMENTS (offsets); i++)
    gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), offsets[i]);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), value);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (bar, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
  return bar;
}

static GtkWidget *
make_nearness (HearthRecord *goal)
{
  int near = (int) hearth_record_get_integer (goal, "near", 0);
  /* Translators: how near a goal is: “7 of 10” */
  g_autofree char *words = g_strdup_printf (_ ("%d of %d"), near, NEAREST);

  return hearth_education_make_level (GTK_LEVEL_BAR_MODE_CONTINUOUS, near, NEAREST, _ ("How near"), words);
}

static void
add_goal (HearthStore *store, GtkListBox *list, HearthRecord *goal)
{
  g_autofree char *title = hearth_record_dup_title (goal);
  g_autoptr (GString) about = g_string_new (NULL);
  GtkWidget *row;

  hearth_area_append_value (about, store, goal, "status");
  hearth_area_append_labelled (about, store, goal, "target");
  if (hearth_record_has (goal, "own"))
    {
      g_autofree char *quoted = hearth_words_quote (hearth_record_get (goal, "own"));

      g_string_append_printf (about, "\n%s", quoted);
    }
  row = add_row (list, title, about->str, goal);
  if (hearth_record_has (goal, "near"))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_nearness (goal));
}

static void
add_plan (HearthStore *store, GtkListBox *list, HearthRecord *plan)
{
  g_autofree char *review = hearth_area_format (store, plan, "review");
  /* Translators: a date */
  g_autofree char *when = g_strdup_printf (_ ("Next review on %s"), review);
  g_autoptr (GString) about = g_string_new (when);
  GtkWidget *row;

  hearth_area_append_labelled (about, store, plan, "reviewed_on");
  if (hearth_record_has (plan, "wishes"))
    {
      g_autofree char *quoted = hearth_words_quote (hearth_record_get (plan, "wishes"));

      g_string_append_printf (about, "\n%s", quoted);
    }
  row = add_row (list, _ ("The plan"), about->str, plan);
  hearth_plain_row_add_icon (row, hearth_education_plan_type.icon_name);
}

GtkWidget *
hearth_education_make_plan (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (HearthRecord) plan = hearth_education_plan_find_active (store, id, NULL);
  g_autoptr (GPtrArray) goals = hearth_learning_goals_list (store, id, NULL, NULL);
  GtkListBox *list;
  unsigned int n_settled = 0;

  if (plan == NULL && (goals == NULL || goals->len == 0))
    return make_first (store, resident, &hearth_education_plan_type,
                       _ ("Begin with what the resident wishes, then add a goal or two."),
                       _ ("Make an education plan"));
  list = hearth_area_list_new (_ ("Plan and goals"));
  if (plan != NULL)
    add_plan (store, list, plan);
  for (guint i = 0; goals != NULL && i < goals->len; i++)
    {
      HearthRecord *goal = g_ptr_array_index (goals, i);

      n_settled += !hearth_goal_is_open (goal);
      if (n_settled <= MOST_SETTLED)
        add_goal (store, list, goal);
    }
  return GTK_WIDGET (list);
}

/* ---- Places ---- */

static bool
is_unpaid (HearthRecord *place, const char *today)
{
  const char *paid_until = hearth_record_get (place, "paid_until");

  return *paid_until != '\0' && strcmp (paid_until, today) < 0;
}

static void
add_place (HearthStore *store, GtkListBox *list, HearthRecord *place, const char *today)
{
  static const char *const lines[] = { "days", "support" }, *const paid[] = { "sponsor", "fees",
                                                                              "paid_until" };
  g_autoptr (GString) about = g_string_new (NULL), money = g_string_new (NULL);
  GtkWidget *row;

  hearth_area_append_value (about, store, place, "programme");
  hearth_area_append_value (about, store, place, "grade");
  hearth_area_append_labelled (about, store, place, "start");
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    hearth_area_append_value (about, store, place, lines[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (paid); i++)
    hearth_area_append_labelled (money, store, place, paid[i]);
  if (money->len > 0)
    g_string_append_printf (about, "\n%s", money->str);
  row = add_row (list, hearth_record_get (place, "school"), about->str, place);
  if (is_unpaid (place, today))
    hearth_plain_row_add_warning (row, _ ("Not paid any more"));
}

GtkWidget *
hearth_education_make_places (HearthStore *store, HearthRecord *resident)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *until = hearth_date_add_days (today, DAYS_AHEAD);
  g_autoptr (GPtrArray) places =
    hearth_enrolments_list (store, hearth_record_get_id (resident), today, until, NULL);
  GtkListBox *list;

  if (places == NULL || places->len == 0)
    return make_first (store, resident, &hearth_enrolment_type,
                       _ ("Where the resident learns, on which days, and who pays for it."),
                       _ ("Add a school or training place"));
  list = hearth_area_list_new (_ ("School or training places"));
  for (guint i = 0; i < places->len; i++)
    add_place (store, list, g_ptr_array_index (places, i), today);
  return GTK_WIDGET (list);
}

/* ---- Trainings and certificates ---- */

static GtkWidget *
make_list (HearthStore *store,
           HearthRecord *resident,
           const HearthRecordType *type,
           const char *const *values,
           const char *const *labelled)
{
  g_autoptr (GListModel) records = hearth_resident_file_list (store, resident, type, NULL, NULL);
  unsigned int n = records != NULL ? g_list_model_get_n_items (records) : 0;
  GtkListBox *list;

  if (n == 0)
    return NULL;
  list = hearth_area_list_new (_ (type->label_plural));
  for (unsigned int i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (records, i);
      g_autofree char *title = hearth_record_dup_title (record);
      g_autoptr (GString) about = g_string_new (NULL);

      for (const char *const *name = values; *name != NULL; name++)
        hearth_area_append_value (about, store, record, *name);
      for (const char *const *name = labelled; *name != NULL; name++)
        hearth_area_append_labelled (about, store, record, *name);
      hearth_plain_row_add_icon (add_row (list, title, about->str, record), type->icon_name);
    }
  return GTK_WIDGET (list);
}

GtkWidget *
hearth_education_make_trainings (HearthStore *store, HearthRecord *resident)
{
  static const char *const values[] = { "status", "provider", "level", "hours", NULL };
  static const char *const labelled[] = { "start", "until", "job_start", NULL };

  return make_list (store, resident, &hearth_vocational_training_type, values, labelled);
}

GtkWidget *
hearth_education_make_certificates (HearthStore *store, HearthRecord *resident)
{
  static const char *const values[] = { "date", "issuer", "level", NULL };
  static const char *const labelled[] = { "original", NULL };

  return make_list (store, resident, &hearth_certificate_type, values, labelled);
}

/* ---- In one line ---- */

char *
hearth_education_dup_summary (HearthStore *store, HearthRecord *resident)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *from = hearth_date_add_days (today, -SUMMARY_DAYS);
  const char *id = hearth_record_get_id (resident);
  g_autoptr (GPtrArray) places = hearth_enrolments_list (store, id, today, today, NULL);
  g_autoptr (GString) line = g_string_new (NULL);
  HearthAttendanceCount count;
  int share = -1;

  for (guint i = 0; places != NULL && i < places->len; i++)
    {
      hearth_area_append_value (line, store, g_ptr_array_index (places, i), "programme");
      hearth_area_append_value (line, store, g_ptr_array_index (places, i), "grade");
    }
  if (hearth_attendance_count (store, id, from, today, &count, NULL))
    share = hearth_attendance_count_get_share (&count);
  if (share >= 0)
    {
      g_autofree char *words = g_strdup_printf (_ ("there on %d %% of the days"), share);

      hearth_area_append (line, words);
    }
  return g_string_free_and_steal (g_steal_pointer (&line));
}
