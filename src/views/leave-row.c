/* SPDX-License-Identifier: GPL-3.0-or-later
 * One leave in a line, with the one thing that is to be done about it next: deciding, going, coming back.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/leave-row.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/whereabouts.h"
#include "views/plain-row.h"
#include "views/reason-dialog.h"
#include "views/tell.h"
#include "views/undo.h"

#define LEAVE "hearth-leave"

typedef struct {
  HearthStore *store;
  HearthRecord *leave;
} Leave;

static void
leave_free (gpointer data)
{
  Leave *leave = data;

  g_object_unref (leave->store);
  g_object_unref (leave->leave);
  g_free (leave);
}

static Leave *
get_leave (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), LEAVE);
}

/* ---- Words ---- */

static char *
format (HearthRecord *leave, const char *name)
{
  return hearth_record_format (leave, hearth_record_type_lookup_field (&hearth_leave_type, name), "");
}

/* "3 May 2026, 14:00 – 18:00", and where to. */
static char *
describe (HearthRecord *leave)
{
  g_autofree char *leaves = format (leave, "leaves_at");
  g_autofree char *due = format (leave, "due_back");
  g_autofree char *kind = format (leave, "kind");
  g_autofree char *where = format (leave, "where_to");

  /* Translators: a leave: what kind, from when until when, and where to */
  return *where != '\0' ? g_strdup_printf (_ ("%s · %s – %s · %s"), kind, leaves, due, where)
                        : g_strdup_printf (_ ("%s · %s – %s"), kind, leaves, due);
}

/* ---- What is done about it ---- */

static void
tell_result (GtkWidget *row, bool saved, HearthRecord *before, const GError *error)
{
  if (saved)
    hearth_undo_offer (row, get_leave (row)->store, before);
  else
    hearth_tell_error (row, _ ("This was not written down"), error);
}

static void
decide (GtkWidget *row, const char *decision, const char *note)
{
  Leave *leave = get_leave (row);
  g_autoptr (HearthRecord) before = hearth_record_copy (leave->leave);
  g_autoptr (HearthRecord) changed = hearth_record_copy (leave->leave);
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (leave->store));
  g_autoptr (GError) error = NULL;
  bool saved;

  hearth_record_set (changed, "decision", decision);
  hearth_record_set (changed, "decided_on", today);
  hearth_record_set (changed, "decided_by", hearth_record_get_id (hearth_store_get_account (leave->store)));
  if (note != NULL)
    hearth_record_set (changed, "decision_note", note);
  saved = hearth_store_save (leave->store, changed, NULL, NULL, &error);
  tell_result (row, saved, before, error);
}

static void
agree_cb (GtkWidget *row)
{
  decide (row, "agreed", NULL);
}

static void
reason_given_cb (const char *reason, gpointer user_data)
{
  decide (user_data, "not_agreed", reason);
}

static void
disagree_cb (GtkWidget *row)
{
  hearth_reason_dialog_present (row, _ ("Not agreed"),
                                _ ("What speaks against it now, and what would make it possible? The "
                                   "resident will ask."),
                                _ ("_Write down"), NULL, reason_given_cb, g_object_ref (row), g_object_unref);
}

static void
note (GtkWidget *row, bool out)
{
  Leave *leave = get_leave (row);
  g_autoptr (HearthRecord) before = hearth_record_copy (leave->leave);
  g_autoptr (GError) error = NULL;
  bool saved = hearth_leave_note (leave->store, leave->leave, out, &error);

  tell_result (row, saved, before, error);
}

static void
out_cb (GtkWidget *row)
{
  note (row, true);
}

static void
back_cb (GtkWidget *row)
{
  note (row, false);
}

/* ---- The row ---- */

static void
add_button (GtkWidget *row, const char *label, const char *described, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, described,
                                  -1);
  g_signal_connect_object (button, "clicked", clicked, row, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static bool
may_write (const Leave *leave)
{
  return hearth_policy_may_write (hearth_store_get_policy (leave->store), &hearth_leave_type, NULL,
                                  hearth_record_get_resident (leave->leave)) &&
         !hearth_store_is_read_only (leave->store);
}

static void
add_buttons (GtkWidget *row, const char *who)
{
  const Leave *leave = get_leave (row);

  if (!may_write (leave))
    return;
  if (hearth_record_has (leave->leave, "out_at"))
    add_button (row, _ ("Is _back"), who, G_CALLBACK (back_cb));
  else if (g_str_equal (hearth_record_get (leave->leave, "decision"), "agreed"))
    add_button (row, _ ("_Goes now"), who, G_CALLBACK (out_cb));
  else if (hearth_leave_may_decide (leave->store))
    {
      add_button (row, _ ("_Agree"), who, G_CALLBACK (agree_cb));
      add_button (row, _ ("_Not now…"), who, G_CALLBACK (disagree_cb));
    }
}

static void
add_late (GtkWidget *row)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (icon, "warning");
  gtk_widget_set_tooltip_text (icon, _ ("Not back yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Not back yet"),
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

GtkWidget *
hearth_leave_row_new (HearthStore *store, HearthRecord *leave, bool late)
{
  GtkWidget *row;
  Leave *data = g_new0 (Leave, 1);
  g_autofree char *who = hearth_store_dup_link_title (store, hearth_record_get_resident (leave));
  g_autofree char *what = describe (leave);

  data->store = g_object_ref (store);
  data->leave = g_object_ref (leave);
  row = hearth_plain_row_new_for_record (who, what, hearth_record_get_id (leave));
  g_object_set_data_full (G_OBJECT (row), LEAVE, data, leave_free);
  if (late)
    add_late (row);
  add_buttons (row, who);
  return row;
}

void
hearth_leave_fill_in (HearthStore *store, HearthRecord *leave)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (store));

  if (!hearth_record_has (leave, "decision"))
    hearth_record_set (leave, "decision", "asked");
  if (!hearth_record_has (leave, "asked_on"))
    hearth_record_set (leave, "asked_on", today);
}
