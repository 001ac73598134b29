/* SPDX-License-Identifier: GPL-3.0-or-later
 * What the page of health shows of a resident: allergies, conditions, medicines, vaccinations and appointments.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/health-parts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/health.h"
#include "views/area.h"
#include "views/plain-row.h"
#include "views/resident-file.h"
#include "widgets/words.h"

#define DAYS_AHEAD 14
#define MOST_LINES 5

/* ---- Helpers ---- */

static const char *
get_id (HearthRecord *resident)
{
  return resident != NULL ? hearth_record_get_id (resident) : NULL;
}

static GtkWidget *
new_row (HearthRecord *record, const char *title, const char *subtitle)
{
  GtkWidget *row = hearth_plain_row_new_for_record (title, subtitle, hearth_record_get_id (record));

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), MOST_LINES);
  return row;
}

static GtkWidget *
make_list (HearthStore *store,
           GPtrArray *records,
           const char *name,
           GtkWidget *(*make_row) (HearthStore *store, HearthRecord *record))
{
  GtkListBox *list;

  if (records == NULL || records->len == 0)
    return NULL;
  list = hearth_area_list_new (name);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (list, make_row (store, g_ptr_array_index (records, i)));
  return GTK_WIDGET (list);
}

/* ---- Allergies ---- */

static GtkWidget *
make_allergy_row (HearthStore *store, HearthRecord *allergy)
{
  g_autofree char *title = hearth_record_dup_title (allergy);
  g_autofree char *action = hearth_area_format (store, allergy, "action");
  g_autoptr (GString) about = g_string_new (NULL);
  GtkWidget *row;

  hearth_area_append_value (about, store, allergy, "severity");
  hearth_area_append_value (about, store, allergy, "reaction");
  if (*action != '\0')
    g_string_append_printf (about, "\n%s", action);
  row = new_row (allergy, title, about->str);
  if (hearth_alert_is_high (allergy))
    hearth_plain_row_add_warning (row, _ ("Grave"));
  return row;
}

/* "No" only where somebody asked. */
static char *
describe_no_allergy (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) screenings =
    hearth_resident_file_list (store, resident, &hearth_screening_type, NULL, NULL);
  g_autoptr (HearthRecord) last = screenings != NULL ? g_list_model_get_item (screenings, 0) : NULL;
  g_autofree char *day = NULL;

  if (last == NULL || !g_str_equal (hearth_record_get (last, "allergic"), "no"))
    return g_strdup (_ ("No allergy is written down. Ask about medicines, food and insects."));
  day = hearth_area_format (store, last, "date");
  /* Translators: a date */
  return g_strdup_printf (_ ("No known allergy, asked on %s"), day);
}

GtkWidget *
hearth_health_make_allergies (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GPtrArray) allergies = hearth_allergies_list (store, get_id (resident), NULL);
  g_autofree char *none = NULL;

  if (allergies != NULL && allergies->len > 0)
    return make_list (store, allergies, _ ("Allergies"), make_allergy_row);
  none = describe_no_allergy (store, resident);
  return hearth_area_nothing_new (none);
}

/* ---- Conditions ---- */

static GtkWidget *
make_condition_row (HearthStore *store, HearthRecord *condition)
{
  g_autofree char *title = hearth_record_dup_title (condition);
  g_autofree char *care = hearth_area_format (store, condition, "care");
  g_autoptr (GString) about = g_string_new (NULL);

  hearth_area_append_value (about, store, condition, "status");
  hearth_area_append_labelled (about, store, condition, "next_check");
  if (*care != '\0')
    g_string_append_printf (about, "\n%s", care);
  return new_row (condition, title, about->str);
}

GtkWidget *
hearth_health_make_conditions (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GPtrArray) conditions = hearth_conditions_list_open (store, get_id (resident), NULL);

  return make_list (store, conditions, _ ("Conditions"), make_condition_row);
}

/* ---- Medicines ---- */

static GtkWidget *
make_medicine_row (HearthStore *store, HearthRecord *medicine)
{
  g_autoptr (HearthRecord) clash = hearth_allergies_find_clash (store, medicine);
  g_autoptr (GString) title = g_string_new (NULL), about = g_string_new (NULL);
  GtkWidget *row;

  hearth_area_append_value (title, store, medicine, "medicine");
  hearth_area_append_value (title, store, medicine, "strength");
  hearth_area_append_value (about, store, medicine, "dose");
  hearth_area_append_value (about, store, medicine, "schedule");
  hearth_area_append_value (about, store, medicine, "route");
  if (hearth_record_is_yes (medicine, "as_needed"))
    hearth_area_append (about, _ ("only when needed"));
  hearth_area_append_labelled (about, store, medicine, "most");
  hearth_area_append_labelled (about, store, medicine, "until");
  if (clash != NULL)
    {
      g_autofree char *allergy = hearth_record_dup_title (clash);

      g_string_append_printf (about, "\n%s", allergy);
    }
  row = new_row (medicine, title->str, about->str);
  if (clash != NULL)
    hearth_plain_row_add_warning (row, _ ("Ask before giving it: an allergy is written down"));
  return row;
}

GtkWidget *
hearth_health_make_medicines (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GPtrArray) medicines = hearth_medicines_list_current (store, get_id (resident), NULL);
  GtkWidget *list = make_list (store, medicines, _ ("Medicines today"), make_medicine_row);

  return list != NULL ? list : hearth_area_nothing_new (_ ("No medicine is to be given today"));
}

/* ---- Vaccinations ---- */

typedef struct {
  HearthRecord *latest; /* owned */
  GString *doses;
} Vaccine;

static void
vaccine_free (gpointer data)
{
  Vaccine *vaccine = data;

  g_object_unref (vaccine->latest);
  g_string_free (vaccine->doses, TRUE);
  g_free (vaccine);
}

static const char *
get_vaccine (HearthRecord *vaccination)
{
  const char *other = hearth_record_get (vaccination, "other");

  return *other != '\0' ? other : hearth_record_get (vaccination, "vaccine");
}

static Vaccine *
ensure_vaccine (GPtrArray *vaccines, HearthRecord *vaccination)
{
  Vaccine *vaccine;

  for (guint i = 0; i < vaccines->len; i++)
    {
      vaccine = g_ptr_array_index (vaccines, i);
      if (g_str_equal (get_vaccine (vaccine->latest), get_vaccine (vaccination)))
        return vaccine;
    }
  vaccine = g_new0 (Vaccine, 1);
  vaccine->latest = g_object_ref (vaccination);
  vaccine->doses = g_string_new (NULL);
  g_ptr_array_add (vaccines, vaccine);
  return vaccine;
}

/* "dose 2: 3 May 2026", the newest first. */
static void
add_dose (HearthStore *store, Vaccine *vaccine, HearthRecord *vaccination)
{
  g_autofree char *subtitle = hearth_record_dup_subtitle (vaccination);
  g_autofree char *day = hearth_area_format (store, vaccination, "date");
  g_autofree char *words = g_strdup_printf ("%s: %s", subtitle, day);

  hearth_area_append (vaccine->doses, *day != '\0' && *subtitle != '\0' ? words
                                      : *day != '\0'                    ? day
                                                                        : subtitle);
}

static GtkWidget *
make_vaccine_row (HearthStore *store, const Vaccine *vaccine)
{
  g_autofree char *title = hearth_record_dup_title (vaccine->latest);
  g_autoptr (GString) about = g_string_new (vaccine->doses->str);
  g_autoptr (GString) next = g_string_new (NULL);

  hearth_area_append_labelled (next, store, vaccine->latest, "next_due");
  if (next->len > 0)
    g_string_append_printf (about, "\n%s", next->str);
  return new_row (vaccine->latest,
                  hearth_record_has (vaccine->latest, "other") ? get_vaccine (vaccine->latest) : title,
                  about->str);
}

GtkWidget *
hearth_health_make_vaccinations (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GListModel) vaccinations =
    hearth_resident_file_list (store, resident, &hearth_vaccination_type, NULL, NULL);
  g_autoptr (GPtrArray) vaccines = g_ptr_array_new_with_free_func (vaccine_free);
  GtkListBox *list;

  for (unsigned int i = 0; vaccinations != NULL && i < g_list_model_get_n_items (vaccinations); i++)
    {
      g_autoptr (HearthRecord) vaccination = g_list_model_get_item (vaccinations, i);

      if (vaccination != NULL)
        add_dose (store, ensure_vaccine (vaccines, vaccination), vaccination);
    }
  if (vaccines->len == 0)
    return NULL;
  list = hearth_area_list_new (_ ("Vaccinations"));
  for (guint i = 0; i < vaccines->len; i++)
    gtk_list_box_append (list, make_vaccine_row (store, g_ptr_array_index (vaccines, i)));
  return GTK_WIDGET (list);
}

/* ---- Appointments ---- */

bool
hearth_health_is_to_come (HearthStore *store, HearthRecord *record)
{
  g_autofree char *today = NULL;
  g_autofree char *day = NULL;

  if (hearth_record_get_record_type (record) != &hearth_appointment_type ||
      !g_str_equal (hearth_record_get (record, "status"), "planned"))
    return false;
  today = hearth_clock_today (hearth_store_get_clock (store));
  day = hearth_record_dup_event_date (record);
  return strcmp (day, today) >= 0;
}

GPtrArray *
hearth_health_list_appointments (HearthStore *store, HearthRecord *resident, const char *until)
{
  static const char *const planned[] = { "planned", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_appointment_type);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autoptr (GListModel) list = NULL;
  GPtrArray *appointments = g_ptr_array_new_with_free_func (g_object_unref);

  hearth_query_set_filter (query, "status", planned);
  hearth_query_set_period (query, today, until);
  hearth_query_set_sort (query, "at", false);
  if (resident != NULL)
    hearth_query_set_resident (query, get_id (resident));
  list = hearth_store_list (store, query, NULL);
  for (unsigned int i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    {
      HearthRecord *appointment = g_list_model_get_item (list, i);

      if (appointment != NULL)
        g_ptr_array_add (appointments, appointment);
    }
  return appointments;
}

static void
append_escort (GString *line, HearthStore *store, HearthRecord *appointment)
{
  g_autofree char *names = hearth_store_dup_link_title (store, hearth_record_get (appointment, "escort"));
  g_autofree char *words = NULL;

  if (*names != '\0')
    /* Translators: names of people */
    words = g_strdup_printf (_ ("with %s"), names);
  hearth_area_append (line, words != NULL ? words : _ ("nobody goes along yet"));
}

static GtkWidget *
make_appointment_row (HearthStore *store, HearthRecord *appointment)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *kind = hearth_record_dup_title (appointment);
  GtkWidget *row;

  hearth_area_append_value (about, store, appointment, "at");
  hearth_area_append_value (about, store, appointment, "where_to");
  append_escort (about, store, appointment);
  hearth_area_append_labelled (about, store, appointment, "bring");
  row = new_row (appointment, kind, about->str);
  hearth_plain_row_add_icon (row, hearth_appointment_type.icon_name);
  return row;
}

static GtkWidget *
make_house_appointment_row (HearthStore *store, HearthRecord *appointment)
{
  g_autoptr (GString) about = g_string_new (NULL);
  g_autofree char *kind = hearth_record_dup_title (appointment);
  g_autofree char *whom = hearth_store_dup_link_title (store, hearth_record_get_resident (appointment));
  GtkWidget *row;

  hearth_area_append_value (about, store, appointment, "at");
  hearth_area_append (about, kind);
  hearth_area_append_value (about, store, appointment, "where_to");
  append_escort (about, store, appointment);
  row = new_row (appointment, whom, about->str);
  hearth_plain_row_add_icon (row, hearth_appointment_type.icon_name);
  return row;
}

GtkWidget *
hearth_health_make_appointments (HearthStore *store, HearthRecord *resident)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *until = resident == NULL ? hearth_date_add_days (today, DAYS_AHEAD) : NULL;
  g_autoptr (GPtrArray) appointments = hearth_health_list_appointments (store, resident, until);
  GtkWidget *list = make_list (store, appointments, _ ("Appointments"),
                               resident != NULL ? make_appointment_row : make_house_appointment_row);

  if (list != NULL)
    return list;
  return hearth_area_nothing_new (resident != NULL ? _ ("No appointment is planned")
                                                   : _ ("No appointment is planned in the next two weeks"));
}
