/* SPDX-License-Identifier: GPL-3.0-or-later
 * The next hearing of a resident: when it is, and how ready everything is.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/legal-parts.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "rules/court.h"
#include "views/area.h"
#include "views/court-lamps.h"
#include "views/legal-records.h"
#include "views/plain-row.h"

/* "In 12 days · To give evidence · District court, room 2" */
static char *
describe (HearthStore *store, HearthRecord *hearing)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));
  g_autofree char *date = hearth_record_dup_event_date (hearing);
  g_autofree char *distance = hearth_legal_dup_distance (date, today);
  g_autofree char *kind = hearth_legal_dup_words (hearing, "kind");
  g_autofree char *attend = hearth_legal_dup_words (hearing, "attend");

  return hearth_legal_join (distance, kind, hearth_record_get (hearing, "court"), attend, NULL);
}

GtkWidget *
hearth_legal_make_next (HearthStore *store, HearthRecord *resident)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) hearing =
    hearth_court_next_hearing (store, hearth_record_get_id (resident), &error);
  g_autofree char *when = NULL;
  g_autofree char *about = NULL;
  GtkWidget *box, *row, *lamps;
  GtkListBox *list;

  if (hearing == NULL)
    {
      if (error != NULL && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
        g_warning ("The next hearing cannot be told: %s", error->message);
      return error == NULL ? hearth_area_nothing_new (_ ("No hearing is to come.")) : NULL;
    }
  when = hearth_legal_dup_words (hearing, "at");
  about = describe (store, hearing);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  list = hearth_area_list_new (_ ("Next at court"));
  row = hearth_plain_row_new_for_record (when, about, hearth_record_get_id (hearing));
  hearth_plain_row_add_icon (row, hearth_hearing_type.icon_name);
  hearth_plain_row_add_arrow (row);
  gtk_list_box_append (list, row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (list));
  lamps = hearth_court_lamps_new (store, hearing);
  if (lamps != NULL)
    gtk_box_append (GTK_BOX (box), lamps);
  return box;
}
