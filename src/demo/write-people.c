/* SPDX-License-Identifier: GPL-3.0-or-later
 * The staff of the invented house: their files and trainings, and who of them must not see a file.
 */
#define G_LOG_DOMAIN "hearth-demo"

#include "config.h"

#include "demo/writers.h"

#include "records/types.h"

#define DAYS_A_CHECK_HOLDS 1095
#define DAYS_A_TRAINING_HOLDS 730

typedef struct {
  const char *role, *position, *employment;
  int years_before; /* the house opened */
  int check_days;   /* from today until the suitability check runs out */
} Post;

static const Post posts[] = {
  { "director", "Director", "employed", 6, 700 },
  { "house-manager", "House manager", "employed", 4, 41 },
  { "key-worker", "Key worker", "employed", 3, 410 },
  { "duty-carer", "Carer, nights", "employed", 1, -9 },
  { "nurse", "Nurse", "employed", 2, 300 },
  { "counsellor", "Counsellor", "contractor", 2, 520 },
  { "teacher", "Teacher", "volunteer", 1, 240 },
  { "legal-officer", "Legal officer", "employed", 2, 610 },
  { "administrator", "Office and computers", "contractor", 1, 330 },
};

static void
take_date (HearthDemoHouse *house, HearthRecord *record, const char *field, int day)
{
  hearth_demo_record_take (record, field, hearth_demo_house_dup_date (house, day));
}

static bool
write_staff_file (HearthDemoHouse *house, const Post *post, GError **error)
{
  g_autoptr (HearthRecord) file = hearth_demo_house_new_record (house, &hearth_staff_file_type, NULL);
  int today = house->days - 1;

  hearth_record_set (file, "account", hearth_demo_house_get_person (house, post->role));
  hearth_record_set (file, "position", post->position);
  hearth_record_set (file, "employment", post->employment);
  take_date (house, file, "started", -365 * post->years_before);
  take_date (house, file, "code_signed", -365 * post->years_before);
  hearth_record_set (file, "check_kind", "Police certificate and two references");
  hearth_record_set (file, "check_result", "clear");
  take_date (house, file, "check_date", MIN (today + post->check_days - DAYS_A_CHECK_HOLDS, 0));
  take_date (house, file, "check_expires", today + post->check_days);
  hearth_record_set (file, "emergency_name", "Invented Person");
  hearth_record_set (file, "emergency_relation", "Sister");
  hearth_record_set (file, "emergency_phone", "000 000 00");
  return hearth_demo_house_save (house, file, error);
}

static bool
write_training (HearthDemoHouse *house, const Post *post, const char *title, int day, GError **error)
{
  g_autoptr (HearthRecord) training = hearth_demo_house_new_record (house, &hearth_staff_training_type, NULL);

  hearth_record_set (training, "account", hearth_demo_house_get_person (house, post->role));
  hearth_record_set (training, "title", title);
  hearth_record_set (training, "held_by", "The organisation’s training office");
  take_date (house, training, "date", day);
  take_date (house, training, "valid_until", day + DAYS_A_TRAINING_HOLDS);
  return hearth_demo_house_save (house, training, error);
}

bool
hearth_demo_write_staff (HearthDemoHouse *house, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (posts); i++)
    if (!write_staff_file (house, &posts[i], error))
      return false;
  return true;
}

/* One of them is due again soon. */
bool
hearth_demo_write_trainings (HearthDemoHouse *house, GError **error)
{
  int today = house->days - 1;

  for (gsize i = 0; i < G_N_ELEMENTS (posts); i++)
    if (!write_training (house, &posts[i], "Keeping residents safe", today - 60 - (int) i * 80, error) ||
        (i % 2 == 0 && !write_training (house, &posts[i], "First aid", today - 30 - (int) i * 60, error)))
      return false;
  return true;
}

bool
hearth_demo_write_conflict (HearthDemoHouse *house, HearthDemoPlan *plan, GError **error)
{
  g_autoptr (HearthRecord) limit = hearth_demo_house_new_record (house, &hearth_file_limit_type, plan);

  hearth_record_set (limit, "person", hearth_demo_house_get_person (house, "teacher"));
  hearth_record_set (limit, "kind", "conflict");
  hearth_record_set (limit, "reason", "Related to the resident’s family by marriage; said so himself.");
  take_date (house, limit, "start", plan->arrival);
  return hearth_demo_house_save (house, limit, error);
}
