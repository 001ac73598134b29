/* SPDX-License-Identifier: GPL-3.0-or-later
 * The keys of a person, or of the recovery sheet: which they hold, giving one, taking one away, and what keys and the program each keep apart.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-keys.h"

#include <glib/gi18n-lib.h>

#include "views/reason-dialog.h"
#include "views/staff-words.h"
#include "views/tell.h"
#include "widgets/lock-mark.h"

struct _HearthStaffKeys {
  AdwBin parent_instance;

  /* Owned */
  HearthStore *store;
  HearthRecord *account; /* NULL: of the recovery sheet */
  GPtrArray *holders;
};

G_DEFINE_FINAL_TYPE (HearthStaffKeys, hearth_staff_keys, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* One key of the person, for a dialog. */
typedef struct {
  HearthStaffKeys *keys; /* weak */
  const char *compartment;
} Asked;

static void
asked_free (gpointer data)
{
  g_clear_weak_pointer (&((Asked *) data)->keys);
  g_free (data);
}

static Asked *
asked_new (HearthStaffKeys *self, const char *compartment)
{
  Asked *asked = g_new0 (Asked, 1);

  g_set_weak_pointer (&asked->keys, self);
  asked->compartment = compartment;
  return asked;
}

/* ---- Helpers ---- */

static const char *
get_name (HearthStaffKeys *self)
{
  return self->account != NULL ? hearth_record_get (self->account, "name") : _ ("The recovery sheet");
}

static const HearthHolder *
get_holder (HearthStaffKeys *self)
{
  return self->account != NULL ? hearth_holders_lookup (self->holders, hearth_record_get_id (self->account))
                               : hearth_holders_lookup_sheet (self->holders);
}

static bool
do_i_hold (HearthStaffKeys *self, const char *compartment)
{
  return hearth_staff_do_i_hold (self->store, self->holders, compartment);
}

static bool
is_me (HearthStaffKeys *self)
{
  HearthRecord *me = hearth_store_get_account (self->store);

  return me != NULL && self->account != NULL &&
         g_str_equal (hearth_record_get_id (me), hearth_record_get_id (self->account));
}

/* From the sheet no key is taken: another sheet takes its place. */
static bool
may_take (HearthStaffKeys *self, const char *compartment)
{
  if (self->account == NULL)
    return false;
  return is_me (self) || do_i_hold (self, compartment) ||
         hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_MANAGE_ACCOUNTS);
}

static bool
is_last (HearthStaffKeys *self, const char *compartment)
{
  g_autofree const char **ids = hearth_holders_list (self->holders, compartment);

  return ids[0] != NULL && ids[1] == NULL;
}

static bool
does_role_ask (HearthStaffKeys *self, const char *compartment)
{
  const HearthRole *role;

  if (self->account == NULL)
    return true;
  role = hearth_role_lookup (hearth_record_get (self->account, "role"));
  return role != NULL && hearth_role_has_compartment (role, compartment);
}

static char *
dup_holders (HearthStaffKeys *self, const char *compartment)
{
  return hearth_staff_dup_holders (self->store, self->holders, compartment);
}

static void
tell_done (HearthStaffKeys *self, bool done, const GError *error, const char *words)
{
  if (!done)
    hearth_tell_error (GTK_WIDGET (self), _ ("The key stays where it is"), error);
  else
    hearth_toast (GTK_WIDGET (self), words, NULL);
  hearth_staff_keys_update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- Giving ---- */

static void
give_response_cb (AdwAlertDialog *dialog, const char *response, Asked *asked)
{
  HearthStaffKeys *self = asked->keys;
  g_autoptr (GError) error = NULL;
  bool given;

  if (self == NULL || !g_str_equal (response, "give"))
    return;
  given = hearth_store_grant (self->store, self->account != NULL ? hearth_record_get_id (self->account) : "",
                              asked->compartment, &error);
  tell_done (self, given, error, _ ("The key is given"));
}

static void
give_closed_cb (gpointer data, GClosure *closure)
{
  asked_free (data);
}

static char *
describe_giving (HearthStaffKeys *self, const char *compartment)
{
  g_autofree char *role = NULL;
  g_autofree char *what = NULL;

  if (self->account == NULL)
    what = g_strdup (_ ("With it the sheet opens everything under this seal again when passwords are lost. "
                        "It can be taken away only by making another sheet."));
  else if (does_role_ask (self, compartment))
    what = g_strdup (_ ("With it everything under this seal can be read, of every resident whose file the "
                        "role opens. "
                        "The key can be taken away again; what was read by then stays known."));
  else
    {
      role = hearth_staff_dup_role (hearth_record_get (self->account, "role"));
      /* Translators: %s is a role, such as Teacher. */
      what = g_strdup_printf (
        _ ("The role does not ask for it (%s): the program will show nothing more. But with other "
           "tools and a copy of the house the sealed words could be read. Give a key only with "
           "the role that needs it."),
        role);
    }
  /* Translators: a person's name; a key, as in "the medical key"; sentences about it */
  return g_strdup_printf (_ ("%s gets %s. %s"), get_name (self), hearth_compartment_get_key (compartment),
                          what);
}

/* A heading with a name in it would be too wide: names can be long. */
static void
give_cb (GtkWidget *button, HearthStaffKeys *self)
{
  const char *compartment = g_object_get_data (G_OBJECT (button), "compartment");
  g_autofree char *body = describe_giving (self, compartment);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Give this key?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "give",
                                  _ ("_Give the key"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "give", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (give_response_cb), asked_new (self, compartment),
                         give_closed_cb, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* ---- Taking away ---- */

static void
take_given_cb (const char *reason, gpointer user_data)
{
  const Asked *asked = user_data;
  HearthStaffKeys *self = asked->keys;
  g_autoptr (GError) error = NULL;
  bool taken;

  if (self == NULL)
    return;
  taken = hearth_store_revoke (self->store, hearth_record_get_id (self->account), asked->compartment, reason,
                               &error);
  tell_done (self, taken, error, _ ("The key is taken away"));
}

static void
take_cb (GtkWidget *button, HearthStaffKeys *self)
{
  const char *compartment = g_object_get_data (G_OBJECT (button), "compartment");
  const char *what = do_i_hold (self, compartment)
                       ? _ ("A new key takes its place at once, and everything under this seal is sealed "
                            "anew for those who keep it. "
                            "What was read before stays known, and a copy of the house from before still "
                            "opens with the old key.")
                       : _ ("A new key takes its place as soon as somebody who holds it signs in. Until then "
                            "nothing more is shown in "
                            "the program. What was read before stays known, and a copy of the house from "
                            "before still opens with the "
                            "old key.");
  g_autofree char *body =
    /* Translators: a person's name; a key, as in "the medical key"; sentences about it */
    g_strdup_printf (_ ("%s no longer holds %s. %s"), get_name (self),
                     hearth_compartment_get_key (compartment), what);

  hearth_reason_dialog_present (GTK_WIDGET (self), _ ("Take this key away?"), body, _ ("_Take the key away"),
                                NULL, take_given_cb, asked_new (self, compartment), asked_free);
}

/* ---- Rows ---- */

static GtkWidget *
make_button (HearthStaffKeys *self, const char *compartment, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", hearth_compartment_get_label (compartment), label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* The button's own label would win. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "compartment", (gpointer) compartment);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

/* One that nobody asks for is not put forward. */
static GtkWidget *
make_give_button (HearthStaffKeys *self, const char *compartment)
{
  GtkWidget *button = make_button (self, compartment, _ ("Give the key…"), G_CALLBACK (give_cb));

  gtk_widget_add_css_class (button, does_role_ask (self, compartment) ? "suggested-action" : "flat");
  return button;
}

static char *
describe_sheet (HearthStaffKeys *self, const char *compartment, bool holds)
{
  g_autofree char *names = NULL;

  if (holds)
    return g_strdup (_ ("Has it."));
  if (do_i_hold (self, compartment))
    return g_strdup (_ ("Waits for it: the sheet was made by somebody who does not hold it."));
  names = dup_holders (self, compartment);
  if (*names == '\0')
    return g_strdup (_ ("Waits for it, and nobody holds it."));
  /* Translators: %s: names of colleagues. */
  return g_strdup_printf (_ ("Waits for it. You do not hold it: %s can give it, and reads so on Today."),
                          names);
}

/* How it stands, and where there is no button for it, why. */
static char *
describe (HearthStaffKeys *self, const char *compartment, bool holds)
{
  g_autofree char *names = NULL;

  if (self->account == NULL)
    return describe_sheet (self, compartment, holds);
  if (get_holder (self) == NULL)
    return g_strdup (_ ("Has no keys."));
  if (holds && is_last (self, compartment))
    return g_strdup (_ ("Holds it, as the only person. Give it to somebody else before it is taken away."));
  if (holds)
    return g_strdup (does_role_ask (self, compartment)
                       ? _ ("Holds it.")
                       : _ ("Holds it, though the role does not ask for it."));
  if (get_holder (self)->first_password && does_role_ask (self, compartment))
    /* Translators: a person's name; a key waits. */
    return g_strdup_printf (_ ("Waits until %s has chosen a password."), get_name (self));
  if (do_i_hold (self, compartment))
    return g_strdup (does_role_ask (self, compartment) ? _ ("Waits for it: the role asks for it.")
                                                       : _ ("Does not hold it."));
  if (!does_role_ask (self, compartment))
    return g_strdup (_ ("Does not hold it."));
  names = dup_holders (self, compartment);
  if (*names == '\0')
    return g_strdup (_ ("Waits for it. Nobody holds it: only the recovery sheet can give it."));
  /* Translators: %s: names of colleagues. */
  return g_strdup_printf (_ ("Waits for it. You do not hold it: %s can give it, and reads so on Today."),
                          names);
}

static bool
can_be_given (HearthStaffKeys *self, const char *compartment)
{
  const HearthHolder *holder = get_holder (self);

  return holder != NULL && !holder->first_password && do_i_hold (self, compartment);
}

static GtkWidget *
make_row (HearthStaffKeys *self, const char *compartment)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (hearth_compartment_get (compartment)->icon_name);
  bool holds = hearth_holder_has (get_holder (self), compartment);
  g_autofree char *state = describe (self, compartment, holds);
  g_autofree char *words = g_strdup_printf ("%s\n%s", state, hearth_compartment_describe (compartment));

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  if (!holds)
    gtk_widget_add_css_class (icon, "dimmed");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_compartment_get_label (compartment));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  if (holds && may_take (self, compartment) && !is_last (self, compartment))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               make_button (self, compartment, _ ("Take away…"), G_CALLBACK (take_cb)));
  else if (!holds && can_be_given (self, compartment))
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_give_button (self, compartment));
  return row;
}

static GtkWidget *
make_promise (const char *icon_name, const char *title, const char *words)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  return row;
}

/* ---- Overrides ---- */

static void
hearth_staff_keys_map (GtkWidget *widget)
{
  hearth_staff_keys_update (HEARTH_STAFF_KEYS (widget));
  GTK_WIDGET_CLASS (hearth_staff_keys_parent_class)->map (widget);
}

static void
hearth_staff_keys_dispose (GObject *object)
{
  HearthStaffKeys *self = HEARTH_STAFF_KEYS (object);

  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_object (&self->account);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_staff_keys_parent_class)->dispose (object);
}

static void
hearth_staff_keys_class_init (HearthStaffKeysClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_staff_keys_dispose;
  GTK_WIDGET_CLASS (klass)->map = hearth_staff_keys_map;
  signals[CHANGED] =
    g_signal_new ("changed", HEARTH_TYPE_STAFF_KEYS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hearth_staff_keys_init (HearthStaffKeys *self)
{
}

/* ---- Public ---- */

HearthStaffKeys *
hearth_staff_keys_new (HearthStore *store, HearthRecord *account)
{
  HearthStaffKeys *self = g_object_new (HEARTH_TYPE_STAFF_KEYS, NULL);

  self->store = g_object_ref (store);
  g_set_object (&self->account, account);
  hearth_staff_keys_update (self);
  return self;
}

void
hearth_staff_keys_update (HearthStaffKeys *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holders = NULL;
  GtkWidget *group;
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;

  g_return_if_fail (HEARTH_IS_STAFF_KEYS (self));
  holders = hearth_store_list_holders (self->store, &error);
  group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Keys"));
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  self->holders = g_steal_pointer (&holders);
  if (self->holders == NULL)
    {
      sentence = hearth_store_error_to_sentence (error);
      markup = g_markup_escape_text (sentence, -1);
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), markup);
    }
  for (const char *const *name = hearth_compartments; self->holders != NULL && *name != NULL; name++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (self, *name));
  adw_bin_set_child (ADW_BIN (self), group);
}

void
hearth_staff_keys_explain (AdwPreferencesGroup *group)
{
  g_return_if_fail (ADW_IS_PREFERENCES_GROUP (group));

  adw_preferences_group_add (
    group,
    make_promise (HEARTH_ICON_SEALED, _ ("Kept apart by a key"),
                  _ ("What is sealed opens only with its key, and a process note only for who wrote it. "
                     "Nobody else reads it, not with other tools and not from a copy. The recovery sheet "
                     "has every key.")));
  adw_preferences_group_add (
    group,
    make_promise (HEARTH_ICON_LOCKED, _ ("Kept apart by the program"),
                  _ ("All else that a role does not show is only not shown. Everybody who signs in holds "
                     "the key of the house: with other tools an administrator or an auditor could read "
                     "names, daily log and files from its folder or a copy. Choose them accordingly.")));
}
