/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is done to a whole record from its page, after asking: signing it, marking it as entered in error, and putting what was
 * written for the wrong resident into the right file.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/editor-acts.h"

#include <glib/gi18n-lib.h>

#include "records/problem-text.h"
#include "rules/addenda.h"
#include "views/begin.h"
#include "views/reason-dialog.h"
#include "views/resident-chooser.h"
#include "views/tell.h"

typedef struct {
  GtkWidget *near; /* weak */
  HearthStore *store;
  HearthRecord *record;
} Act;

static Act *
act_new (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  Act *act = g_new0 (Act, 1);

  g_set_weak_pointer (&act->near, near);
  act->store = g_object_ref (store);
  act->record = g_object_ref (record);
  return act;
}

static void
act_free (gpointer data)
{
  Act *act = data;

  g_clear_weak_pointer (&act->near);
  g_object_unref (act->store);
  g_object_unref (act->record);
  g_free (act);
}

static void
act_free_closure (gpointer data, GClosure *closure)
{
  act_free (data);
}

static bool
may_write (HearthStore *store, HearthRecord *record)
{
  const HearthRecordType *type = hearth_record_get_record_type (record);
  const char *resident = hearth_record_get_resident (record);

  return hearth_record_get_revision (record) > 0 &&
         hearth_policy_may_write (hearth_store_get_policy (store), type, NULL,
                                  *resident != '\0' ? resident : NULL);
}

/* ---- Callbacks ---- */

static void
sign_response_cb (AdwAlertDialog *dialog, const char *response, Act *act)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "sign") || act->near == NULL)
    return;
  if (hearth_store_sign (act->store, act->record, &error))
    hearth_toast (act->near, _ ("Signed"), NULL);
  else
    hearth_tell_error (act->near, _ ("Not signed yet"), error);
}

static void
reason_given_cb (const char *reason, gpointer user_data)
{
  Act *act = user_data;
  g_autoptr (GError) error = NULL;

  if (!hearth_store_mark_in_error (act->store, act->record, reason, &error) && act->near != NULL)
    hearth_tell_error (act->near, _ ("Not marked yet"), error);
}

/* ---- Public ---- */

bool
hearth_record_may_be_signed (HearthStore *store, HearthRecord *record)
{
  return hearth_record_get_record_type (record)->life_cycle == HEARTH_LIFE_SIGNED &&
         hearth_record_is_open (record) && may_write (store, record);
}

bool
hearth_record_may_be_marked (HearthStore *store, HearthRecord *record)
{
  return hearth_record_get_record_type (record)->life_cycle != HEARTH_LIFE_EDITABLE &&
         !g_str_equal (hearth_record_get (record, "state"), HEARTH_STATE_IN_ERROR) &&
         may_write (store, record);
}

void
hearth_record_ask_to_sign (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  AdwDialog *dialog;

  dialog = adw_alert_dialog_new (_ ("Sign this entry?"),
                                 _ ("From then on it stays as it is. A mistake can still be marked as "
                                    "entered in error, and a new entry made."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "sign", _ ("_Sign"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "sign", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "sign");
  g_signal_connect_data (dialog, "response", G_CALLBACK (sign_response_cb), act_new (near, store, record),
                         act_free_closure, 0);
  adw_dialog_present (dialog, near);
}

void
hearth_record_ask_to_mark (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  hearth_reason_dialog_present (near, _ ("Entered in error?"),
                                _ ("The entry stays readable, struck out, with your name and reason. "
                                   "This cannot be taken back."),
                                _ ("_Mark"), NULL, reason_given_cb, act_new (near, store, record), act_free);
}

/* ---- The wrong file ---- */

static void
resident_chosen_cb (HearthResidentChooser *chooser, HearthRecord *right, Act *act)
{
  g_autoptr (HearthRecord) moved = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  if (act->near == NULL)
    return;
  moved = hearth_entry_move (act->store, act->record, right, &problems, &error);
  if (moved != NULL)
    hearth_open_record (act->near, act->store, moved);
  else if (problems != NULL && problems->len > 0)
    {
      /* There is no form here whose places could be marked. */
      g_autofree char *sentence =
        hearth_problem_to_sentence (hearth_record_get_record_type (act->record), problems->pdata[0]);

      hearth_tell (act->near, _ ("It stays where it is"), sentence);
    }
  else
    hearth_tell_error (act->near, _ ("It stays where it is"), error);
}

bool
hearth_record_may_be_moved (HearthStore *store, HearthRecord *record)
{
  return hearth_entry_is_movable (record) && may_write (store, record) &&
         !g_str_equal (hearth_record_get (record, "state"), HEARTH_STATE_IN_ERROR);
}

void
hearth_record_ask_to_move (GtkWidget *near, HearthStore *store, HearthRecord *record)
{
  HearthResidentChooser *chooser = hearth_resident_chooser_new (store);

  g_signal_connect_data (chooser, "chosen", G_CALLBACK (resident_chosen_cb), act_new (near, store, record),
                         act_free_closure, 0);
  adw_dialog_present (ADW_DIALOG (chooser), near);
}
