/* SPDX-License-Identifier: GPL-3.0-or-later
 * Health: what its page shows of the house and of a resident.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/area.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/health.h"
#include "views/figure-strip.h"
#include "views/health-parts.h"
#include "views/plain-row.h"
#include "widgets/words.h"

#define DAYS_AHEAD 14
#define MOST_NAMED 3

static const HearthRecordType *const types[] = {
  &hearth_screening_type, &hearth_measurement_type,      &hearth_medicine_type,    &hearth_appointment_type,
  &hearth_allergy_type,   &hearth_health_condition_type, &hearth_vaccination_type, NULL,
};

/* ---- Of the house ---- */

static unsigned int
count_awaited (HearthStore *store)
{
  static const char *const yes[] = { "yes", NULL }, *const nothing[] = { "", NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_appointment_type);

  hearth_query_set_filter (query, "waits", yes);
  hearth_query_set_filter (query, "result_on", nothing);
  return (unsigned int) MAX (hearth_store_count (store, query, NULL), 0);
}

static unsigned int
count_grave (GPtrArray *allergies)
{
  unsigned int n = 0;

  for (guint i = 0; allergies != NULL && i < allergies->len; i++)
    n += hearth_alert_is_high (g_ptr_array_index (allergies, i));
  return n;
}

static GtkWidget *
make_figures (HearthStore *store, HearthRecord *resident)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *until = hearth_date_add_days (today, DAYS_AHEAD);
  g_autoptr (GPtrArray) appointments = hearth_health_list_appointments (store, NULL, until);
  g_autoptr (GPtrArray) allergies = hearth_allergies_list (store, NULL, NULL);
  g_autoptr (GPtrArray) medicines = hearth_medicines_list_current (store, NULL, NULL);
  HearthFigureStrip *strip = hearth_figure_strip_new ();

  hearth_figure_strip_add (strip, appointments->len, _ ("appointments in two weeks"), NULL);
  hearth_figure_strip_add (strip, count_awaited (store), _ ("results awaited"), "warning");
  hearth_figure_strip_add (strip, medicines != NULL ? medicines->len : 0, _ ("medicines today"), NULL);
  hearth_figure_strip_add (strip, count_grave (allergies), _ ("grave allergies"), "warning");
  return GTK_WIDGET (strip);
}

static GtkWidget *
make_grave_row (HearthStore *store, HearthRecord *allergy)
{
  g_autofree char *whom = hearth_store_dup_link_title (store, hearth_record_get_resident (allergy));
  g_autofree char *title = hearth_record_dup_title (allergy);
  g_autofree char *action = hearth_area_format (store, allergy, "action");
  g_autofree char *about = *action != '\0' ? g_strdup_printf ("%s\n%s", title, action) : g_strdup (title);
  GtkWidget *row = hearth_plain_row_new_for_record (whom, about, hearth_record_get_id (allergy));

  hearth_plain_row_add_warning (row, _ ("Grave"));
  return row;
}

static GtkWidget *
make_grave (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GPtrArray) allergies = hearth_allergies_list (store, NULL, NULL);
  GtkListBox *list;

  if (count_grave (allergies) == 0)
    return NULL;
  list = hearth_area_list_new (_ ("Grave allergies"));
  for (guint i = 0; i < allergies->len; i++)
    if (hearth_alert_is_high (g_ptr_array_index (allergies, i)))
      gtk_list_box_append (list, make_grave_row (store, g_ptr_array_index (allergies, i)));
  return GTK_WIDGET (list);
}

/* ---- The page ---- */

static const HearthAreaPart house[] = {
  { .wide = true, .make = make_figures },
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("Appointments"), .make = hearth_health_make_appointments },
  { .title = N_ ("Grave allergies"), .second = true, .make = make_grave },
  { .title = N_ ("New"), .second = true, .make_shared = hearth_area_make_new },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

static const HearthAreaPart of_resident[] = {
  { .title = N_ ("Allergies"), .make = hearth_health_make_allergies },
  { .make_shared = hearth_area_make_due },
  { .title = N_ ("Medicines today"), .make = hearth_health_make_medicines },
  { .title = N_ ("Appointments"), .make = hearth_health_make_appointments },
  { .title = N_ ("Conditions"), .make = hearth_health_make_conditions },
  { .title = N_ ("Measured"), .second = true, .make = hearth_health_make_measurements },
  { .title = N_ ("Vaccinations"), .second = true, .make = hearth_health_make_vaccinations },
  { .title = N_ ("The record"), .second = true, .make_shared = hearth_area_make_record },
  { NULL },
};

/* ---- In a line ---- */

/* "Allergy: nuts, penicillin" */
static void
append_allergies (GString *line, GPtrArray *allergies)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *words = NULL;

  for (guint i = 0; allergies != NULL && i < MIN (allergies->len, MOST_NAMED); i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            hearth_record_get (g_ptr_array_index (allergies, i), "substance"));
  if (names->len == 0)
    return;
  /* Translators: what somebody is allergic to */
  words = g_strdup_printf (_ ("Allergy: %s"), names->str);
  hearth_area_append (line, words);
}

static void
append_medicines (GString *line, GPtrArray *medicines)
{
  g_autofree char *words = NULL;

  if (medicines == NULL || medicines->len == 0)
    return;
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u medicine", "%u medicines", medicines->len),
                           medicines->len);
  hearth_area_append (line, words);
}

/* "Dentist on 3 May 2026, 9:30" */
static void
append_appointment (GString *line, HearthStore *store, GPtrArray *appointments)
{
  HearthRecord *next = appointments->len > 0 ? g_ptr_array_index (appointments, 0) : NULL;
  g_autofree char *kind = NULL;
  g_autofree char *at = NULL;
  g_autofree char *words = NULL;

  if (next == NULL)
    return;
  kind = hearth_record_dup_title (next);
  at = hearth_area_format (store, next, "at");
  /* Translators: a kind of appointment, and when it is */
  words = g_strdup_printf (_ ("%s on %s"), kind, at);
  hearth_area_append (line, words);
}

static char *
dup_summary (HearthStore *store, HearthRecord *resident)
{
  const char *id = hearth_record_get_id (resident);
  g_autoptr (GPtrArray) allergies = hearth_allergies_list (store, id, NULL);
  g_autoptr (GPtrArray) medicines = hearth_medicines_list_current (store, id, NULL);
  g_autoptr (GPtrArray) appointments = hearth_health_list_appointments (store, resident, NULL);
  GString *line = g_string_new (NULL);

  append_allergies (line, allergies);
  append_medicines (line, medicines);
  append_appointment (line, store, appointments);
  return g_string_free_and_steal (line);
}

const HearthArea hearth_area_health = {
  .name = "health",
  .label = N_ ("Health"),
  .icon_name = "hearth-health-symbolic",
  .types = types,
  .skip = hearth_health_is_to_come,
  .house = house,
  .resident = of_resident,
  .dup_summary = dup_summary,
};
