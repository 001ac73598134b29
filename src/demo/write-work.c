/* SPDX-License-Identifier: GPL-3.0-or-later
 * What else is done in the invented house: rules, tasks, what staff carry, complaints, and a concern that only the director
 * reads.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"
#include "rules/addenda.h"
#include "rules/tasks.h"

/* --- the ground --- */

bool
hearth_demo_write_ground (HearthDemoHouse *house, GError **error)
{
  static const HearthDemoPair rule[] = {
    { "about", "self_harm" }, { "severity", "3" }, { "whom", "family" }, { "hours", "48" }, { NULL, NULL },
  };
  g_autoptr (HearthRecord) record =
    hearth_demo_house_new_record (house, &hearth_notification_rule_type, NULL);

  hearth_demo_record_set_all (record, rule);
  return hearth_demo_house_save (house, record, error) && hearth_demo_write_rooms (house, error);
}

/* --- tasks --- */

/* @ago: days before today on which it is written; @due: days after that; @role: whose, or of the person of that role
 * (@named) */
typedef struct {
  int ago, due;
  const char *title, *details, *role;
  bool named, urgent;
  const char *repeat;
} Task;

static const Task tasks[] = {
  { 200, 20, "Test the fire alarm", "Press the button in the hall, listen on every floor.", "house-manager",
    false, false, "monthly" },
  { 30, 30, "Look at the first aid boxes", "Kitchen, office, bus. Replace what has run out.", "nurse", false,
    false, "quarterly" },
  { 20, 19, "Ask the school for the new timetable", "", "key-worker", true, false, "no" },
  { 16, 14, "Book the interpreter for the hearing", "A woman where possible; two hours.", "legal-officer",
    false, true, "no" },
  { 12, 9, "Order warm jackets", "Sizes are on the list in the office.", "house-manager", true, false, "no" },
  { 9, 9, "Dentist: ask for two appointments", "Mornings, not in the week of the test.", "nurse", true, false,
    "no" },
  { 8, 8, "Water the plants on the roof", "", "", false, false, "weekly" },
  { 6, 12, "Prepare the birthday table", "Cake without nuts.", "duty-carer", false, false, "no" },
  { 5, 7, "Change the light in the upper bathroom", "", "", false, false, "no" },
  { 4, 10, "Write to the aunt about the visit", "With the interpreter.", "key-worker", true, false, "no" },
  { 3, 2, "Collect the new glasses", "The optician is open until six.", "duty-carer", false, true, "no" },
  { 2, 5, "Talk about the garden plan in the house meeting", "", "", false, false, "no" },
};

/* Which record it is now, and when that is due. */
static void
keep_task (HearthDemoHouse *house, const Task *task, HearthRecord *record)
{
  g_autofree char *key = g_strdup_printf ("task-%d", task->ago);
  g_autofree char *due = g_strdup_printf ("due-%d", task->ago);

  hearth_demo_house_keep (house, key, record);
  hearth_demo_house_keep_text (house, due, hearth_record_get (record, "due"));
}

static bool
write_task (HearthDemoHouse *house, const Task *task, int day, GError **error)
{
  g_autoptr (HearthRecord) record = hearth_task_new (house->store, NULL);
  const HearthDemoPair pairs[] = {
    { "title", task->title },   { "details", task->details },
    { "repeat", task->repeat }, { "urgent", task->urgent ? "yes" : "" },
    { "remind", "2" },          { NULL, NULL },
  };

  hearth_demo_record_set_all (record, pairs);
  hearth_demo_record_take (record, "due", hearth_demo_house_dup_date (house, day + task->due));
  if (task->named)
    hearth_record_set (record, "assignee", hearth_demo_house_get_person (house, task->role));
  else
    hearth_record_set (record, "assignee_role", task->role);
  if (!hearth_demo_house_save (house, record, error))
    return false;
  keep_task (house, task, record);
  return true;
}

/* What repeats was done each time so far. */
static bool
is_due (HearthDemoHouse *house, const Task *task, int day)
{
  g_autofree char *key = g_strdup_printf ("due-%d", task->ago);
  g_autofree char *date = hearth_demo_house_dup_date (house, day);

  return !g_str_equal (task->repeat, "no") && hearth_demo_house_days_ago (house, day) > 0 &&
         g_strcmp0 (hearth_demo_house_get_kept (house, key), date) == 0;
}

static bool
finish_task (HearthDemoHouse *house, const Task *task, GError **error)
{
  g_autofree char *key = g_strdup_printf ("task-%d", task->ago);
  g_autoptr (HearthRecord) record =
    hearth_store_load (house->store, hearth_demo_house_get_kept (house, key), error);
  g_autoptr (HearthRecord) next = NULL;

  /* Both in one change of their own. */
  if (record == NULL || !hearth_store_commit (house->store, error) ||
      !hearth_task_finish (house->store, record, "Done, all well.", &next, error) ||
      !hearth_store_begin (house->store, error))
    return false;
  if (next != NULL)
    keep_task (house, task, next);
  return true;
}

bool
hearth_demo_write_tasks (HearthDemoHouse *house, int day, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      bool is_new = tasks[i].ago == hearth_demo_house_days_ago (house, day);

      if (!is_new && !is_due (house, &tasks[i], day))
        continue;
      if (!hearth_demo_house_sign_in (house, "house-manager", error) ||
          !(is_new ? write_task (house, &tasks[i], day, error) : finish_task (house, &tasks[i], error)))
        return false;
    }
  return true;
}

/* --- what staff carry --- */

bool
hearth_demo_write_load (HearthDemoHouse *house,
                        int day,
                        const char *hours,
                        const char *kind,
                        const char *debrief,
                        GError **error)
{
  g_autoptr (HearthRecord) load = hearth_demo_house_new_record (house, &hearth_staff_load_type, NULL);
  bool taken = g_str_equal (debrief, "taken");
  const HearthDemoPair pairs[] = {
    { "hours", hours }, { "kind", kind }, { "debrief", debrief }, { "debrief_with", taken ? "Hanna" : "" },
    { NULL, NULL },
  };

  hearth_demo_record_take (load, "date", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_set_all (load, pairs);
  if (taken)
    hearth_demo_record_take (load, "debrief_on", hearth_demo_house_dup_date (house, day));
  return hearth_demo_house_save (house, load, error);
}

/* --- complaints --- */

#define FOOD_AGO 63 /* days: about the food, long answered */
#define VOICE_AGO 9 /* how staff behave, not yet answered */
#define DAYS_TO_ANSWER 14

static bool
write_complaint (HearthDemoHouse *house,
                 const HearthDemoPair *pairs,
                 const char *key,
                 int day,
                 GError **error)
{
  g_autoptr (HearthRecord) complaint = hearth_demo_house_new_record (house, &hearth_complaint_type, NULL);

  hearth_demo_record_set_all (complaint, pairs);
  hearth_demo_record_take (complaint, "received_on", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_take (complaint, "answer_due", hearth_demo_house_dup_date (house, day + DAYS_TO_ANSWER));
  if (!hearth_demo_house_save (house, complaint, error))
    return false;
  hearth_demo_house_keep (house, key, complaint);
  return true;
}

static bool
write_food (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  const HearthDemoPlan *plan = g_ptr_array_index (plans, 0);
  const HearthDemoPair pairs[] = {
    { "residents", plan->id },
    { "way", "spoken" },
    { "about", "food" },
    { "text", "On Fridays there is fish again and again. I do not like it and then I am hungry." },
    { "wish", "That there is something else on Fridays, too." },
    { "taken_by", hearth_demo_house_get_person (house, "key-worker") },
    { NULL, NULL },
  };

  return write_complaint (house, pairs, "food", day, error);
}

static bool
answer_food (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  g_autoptr (HearthRecord) complaint =
    hearth_store_load (house->store, hearth_demo_house_get_kept (house, "food"), error);

  if (complaint == NULL)
    return false;
  hearth_record_set (complaint, "answer",
                     "Thank you for telling us. From this week on there are eggs as well on Fridays.");
  hearth_record_set (complaint, "content", "yes");
  hearth_demo_record_take (complaint, "answered_on", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_take (complaint, "closed_on", hearth_demo_house_dup_date (house, day));
  return hearth_demo_house_save (house, complaint, error);
}

/* Out of the box, with no name on it. */
static bool
write_voice (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  const HearthDemoPair pairs[] = {
    { "way", "box" },
    { "about", "staff" },
    { "text", "In the mornings it is very loud when we are woken. Please knock and wait." },
    { "about_staff", hearth_demo_house_get_person (house, "duty-carer") },
    { "taken_by", hearth_demo_house_get_person (house, "house-manager") },
    { NULL, NULL },
  };

  return write_complaint (house, pairs, "voice", day, error);
}

/* --- a concern --- */

#define CONCERN_AGO 20

static bool
write_concern (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  const HearthDemoPlan *plan = g_ptr_array_index (plans, 0);
  const HearthDemoPair pairs[] = {
    { "residents", plan->id },
    { "told", "She would rather not ride alone with the driver who comes on Saturdays. He has asked for her "
              "number twice." },
    { "said", "I do not want to sit in front." },
    { "about", "The driver who comes on Saturdays" },
    { "done", "I went along today, and wrote it down at once." },
    { NULL, NULL },
  };
  g_autoptr (HearthRecord) concern = hearth_demo_house_new_record (house, &hearth_allegation_type, NULL);

  hearth_demo_record_take (concern, "noticed_on", hearth_demo_house_dup_date (house, day));
  hearth_demo_record_set_all (concern, pairs);
  if (!hearth_demo_house_save (house, concern, error))
    return false;
  hearth_demo_house_keep (house, "concern", concern);
  return hearth_demo_write_load (house, day, "1.0", "disclosure", "offered", error);
}

static bool
take_steps (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  g_autoptr (HearthRecord) concern =
    hearth_store_load (house->store, hearth_demo_house_get_kept (house, "concern"), error);

  if (concern == NULL)
    return false;
  hearth_record_set (concern, "steps",
                     "He does not drive for us until this is settled. The company was told, without names. "
                     "Two "
                     "colleagues go along on Saturdays.");
  hearth_record_set (concern, "outside", "Child protection office, by telephone; C-0832");
  hearth_demo_record_take (concern, "told_outside", hearth_demo_house_dup_date (house, day));
  return hearth_demo_house_save (house, concern, error);
}

/* --- an addition --- */

#define ADDED_AGO 10

static bool
add_to_log (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  const HearthDemoPlan *plan = g_ptr_array_index (plans, 0);
  g_autoptr (HearthRecord) entry = NULL;
  g_autoptr (HearthRecord) addendum = NULL;

  if (hearth_demo_house_get_kept (house, "entry") == NULL)
    return true;
  entry = hearth_store_load (house->store, hearth_demo_house_get_kept (house, "entry"), error);
  if (entry == NULL)
    return false;
  addendum = hearth_addendum_new (entry);
  hearth_record_set (addendum, "text",
                     "Forgotten yesterday: she ate with us in the kitchen, late, and twice.");
  hearth_demo_record_take (addendum, "said", hearth_demo_quote (plan, HEARTH_DEMO_SAYS_COOKING));
  return hearth_demo_house_save (house, addendum, error);
}

/* --- all of it --- */

bool
hearth_demo_write_voices (HearthDemoHouse *house, GPtrArray *plans, int day, GError **error)
{
  static const struct {
    int ago;
    const char *needs; /* kept from before */
    const char *role;
    bool (*write) (HearthDemoHouse *, GPtrArray *, int, GError **);
  } steps[] = {
    { FOOD_AGO, NULL, "key-worker", write_food },
    { FOOD_AGO - 5, "food", "house-manager", answer_food },
    { VOICE_AGO, NULL, "house-manager", write_voice },
    { CONCERN_AGO, NULL, "duty-carer", write_concern },
    { CONCERN_AGO - 1, "concern", "director", take_steps },
    { ADDED_AGO, "entry", "duty-carer", add_to_log },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i].ago != hearth_demo_house_days_ago (house, day) ||
          (steps[i].needs != NULL && hearth_demo_house_get_kept (house, steps[i].needs) == NULL))
        continue;
      if (!hearth_demo_house_sign_in (house, steps[i].role, error) ||
          !steps[i].write (house, plans, day, error))
        return false;
    }
  return true;
}
