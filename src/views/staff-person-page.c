/* SPDX-License-Identifier: GPL-3.0-or-later
 * One person who works here: account, staff file, trainings, keys, and leaving.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-person-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "views/approval-group.h"
#include "views/begin.h"
#include "views/editor-page.h"
#include "views/facts.h"
#include "views/follow.h"
#include "views/history-page.h"
#include "views/plain-row.h"
#include "views/roles-page.h"
#include "views/staff-keys.h"
#include "views/staff-leave.h"
#include "views/staff-words.h"

struct _HearthStaffPersonPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  AdwAvatar *avatar;
  GtkLabel *name_label;
  GtkLabel *state_label;
  AdwBin *approval_bin;
  AdwBin *account_bin;
  GtkWidget *edit_group;
  AdwPreferencesGroup *file_group;
  AdwPreferencesGroup *training_group;
  GtkWidget *file_button;
  GtkWidget *training_button;
  AdwBin *keys_bin;
  AdwPreferencesGroup *promise_group;
  AdwPreferencesGroup *leave_group;
  GtkWidget *reset_row;
  GtkWidget *remove_row;

  /* Owned */
  HearthStore *store;
  HearthRecord *account;
  GPtrArray *record_rows; /* of staff file and trainings; borrowed */
};

G_DEFINE_FINAL_TYPE (HearthStaffPersonPage, hearth_staff_person_page, ADW_TYPE_NAVIGATION_PAGE)

/* ---- Helpers ---- */

static bool
manages (HearthStaffPersonPage *self)
{
  return hearth_policy_may_do (hearth_store_get_policy (self->store), HEARTH_ACTION_MANAGE_ACCOUNTS);
}

static bool
may_write (HearthStaffPersonPage *self, const HearthRecordType *type)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), type, NULL, NULL);
}

static void
push (HearthStaffPersonPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
}

/* The person's records of @type; NULL where this reader may see none. */
static GListModel *
list_records (HearthStaffPersonPage *self, const HearthRecordType *type, const char *sort)
{
  const char *const codes[] = { hearth_record_get_id (self->account), NULL };
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  GListModel *records;

  hearth_query_set_filter (query, "account", codes);
  hearth_query_set_sort (query, sort, true);
  records = hearth_store_list (self->store, query, &error);
  if (records == NULL && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records of the staff cannot be listed: %s", error->message);
  return records;
}

/* ---- Who it is ---- */

static void
show_name (HearthStaffPersonPage *self)
{
  const char *name = hearth_record_get (self->account, "name");
  g_autofree char *role = hearth_staff_dup_role (hearth_record_get (self->account, "role"));
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (self->store, NULL);
  const HearthHolder *holder =
    holders != NULL ? hearth_holders_lookup (holders, hearth_record_get_id (self->account)) : NULL;
  const char *stands =
    hearth_staff_describe_state (hearth_staff_get_state (self->store, self->account), holder);
  g_autofree char *state = g_strdup_printf ("%s · %s", role, stands);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), name);
  adw_avatar_set_text (self->avatar, name);
  gtk_label_set_text (self->name_label, name);
  gtk_label_set_text (self->state_label, state);
}

/* ---- Staff file and trainings ---- */

static void
add_row (HearthStaffPersonPage *self,
         AdwPreferencesGroup *group,
         HearthRecord *record,
         const char *subtitle,
         bool urgent)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = hearth_record_dup_title (record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (urgent)
    hearth_plain_row_add_warning (row, _ ("Something is to be done"));
  hearth_plain_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", hearth_record_get_id (record));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "page.open");
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->record_rows, group);
  g_ptr_array_add (self->record_rows, row);
}

static char *
describe_training (HearthRecord *training, const char *today, bool *urgent)
{
  const char *until = hearth_record_get (training, "valid_until");
  g_autofree char *date = hearth_date_format (hearth_record_get (training, "date"));
  g_autofree char *end = hearth_date_format (until);

  *urgent = *until != '\0' && hearth_date_days_between (today, until) < 0;
  if (*until == '\0')
    return g_steal_pointer (&date);
  return *urgent ? g_strdup_printf (_ ("%s, ran out on %s"), date, end)
                 : g_strdup_printf (_ ("%s, good until %s"), date, end);
}

static void
show_files (HearthStaffPersonPage *self, const char *today)
{
  g_autoptr (GListModel) files = list_records (self, &hearth_staff_file_type, "started");
  guint n = files != NULL ? g_list_model_get_n_items (files) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) file = g_list_model_get_item (files, i);
      bool urgent;
      g_autofree char *check = hearth_staff_describe_check (file, today, &urgent);

      if (file != NULL)
        add_row (self, self->file_group, file, check, urgent);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->file_group), files != NULL);
  gtk_widget_set_visible (self->file_button, n == 0 && may_write (self, &hearth_staff_file_type));
  adw_preferences_group_set_description (self->file_group,
                                         n == 0 ? _ ("Post, suitability check, and whom to call in "
                                                     "an emergency. It is never printed.")
                                                : NULL);
}

static void
show_trainings (HearthStaffPersonPage *self, const char *today)
{
  g_autoptr (GListModel) trainings = list_records (self, &hearth_staff_training_type, "date");
  guint n = trainings != NULL ? g_list_model_get_n_items (trainings) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) training = g_list_model_get_item (trainings, i);
      g_autofree char *words = NULL;
      bool urgent;

      if (training == NULL)
        continue;
      words = describe_training (training, today, &urgent);
      add_row (self, self->training_group, training, words, urgent);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->training_group), trainings != NULL);
  gtk_widget_set_visible (self->training_button, may_write (self, &hearth_staff_training_type));
  adw_preferences_group_set_description (self->training_group, n == 0 ? _ ("None written down yet.") : NULL);
}

static void
show_records (HearthStaffPersonPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));

  for (guint i = 0; i + 1 < self->record_rows->len; i += 2)
    adw_preferences_group_remove (g_ptr_array_index (self->record_rows, i),
                                  g_ptr_array_index (self->record_rows, i + 1));
  g_ptr_array_set_size (self->record_rows, 0);
  show_files (self, today);
  show_trainings (self, today);
}

/* ---- Leaving ---- */

static void
show_leaving (HearthStaffPersonPage *self)
{
  g_autofree char *words = hearth_staff_leave_refuse (self->store, self->account);
  HearthRecord *me = hearth_store_get_account (self->store);
  bool is_me = me != NULL && g_str_equal (hearth_record_get_id (me), hearth_record_get_id (self->account));
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (self->store, NULL);
  bool has_keys =
    holders != NULL && hearth_holders_lookup (holders, hearth_record_get_id (self->account)) != NULL;
  bool active = hearth_record_is_yes (self->account, "active");
  g_autofree char *markup = NULL;
  bool refused = words != NULL;

  if (words == NULL && !active && !has_keys)
    words = g_strdup (_ ("To let this person in again, change the account so that it may sign in, and make a "
                         "new first password."));
  if (words != NULL)
    markup = g_markup_escape_text (words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->leave_group), manages (self));
  adw_preferences_group_set_description (self->leave_group, markup);
  gtk_widget_set_visible (self->reset_row, !is_me && active);
  gtk_widget_set_visible (self->remove_row, !refused && (active || has_keys));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.reset", manages (self) && !is_me && active);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.remove",
                                 manages (self) && !refused && (active || has_keys));
}

static void
show (gpointer owner)
{
  HearthStaffPersonPage *self = owner;

  /* An account that nobody has to decide about is not asked for either. */
  gtk_widget_set_visible (GTK_WIDGET (self->approval_bin),
                          hearth_staff_get_state (self->store, self->account) == HEARTH_STAFF_WAITS);
  show_name (self);
  show_records (self);
  show_leaving (self);
}

/* ---- Actions ---- */

static void
open_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPersonPage *self = HEARTH_STAFF_PERSON_PAGE (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (HearthRecord) record =
    hearth_store_load (self->store, g_variant_get_string (parameter, NULL), &error);

  if (record != NULL)
    hearth_open_record (widget, self->store, record);
}

static void
edit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPersonPage *self = HEARTH_STAFF_PERSON_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, self->account)));
}

static void
begin_new (HearthStaffPersonPage *self, const HearthRecordType *type)
{
  g_autoptr (HearthRecord) record = hearth_record_new (type);

  hearth_record_set (record, "account", hearth_record_get_id (self->account));
  push (self, ADW_NAVIGATION_PAGE (hearth_editor_page_new (self->store, record)));
}

static void
new_file_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_new (HEARTH_STAFF_PERSON_PAGE (widget), &hearth_staff_file_type);
}

static void
new_training_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_new (HEARTH_STAFF_PERSON_PAGE (widget), &hearth_staff_training_type);
}

static void
history_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPersonPage *self = HEARTH_STAFF_PERSON_PAGE (widget);

  hearth_history_page_open (widget, self->store, self->account);
}

static void
roles_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPersonPage *self = HEARTH_STAFF_PERSON_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_roles_page_new (hearth_record_get (self->account, "role"))));
}

static void
reset_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPersonPage *self = HEARTH_STAFF_PERSON_PAGE (widget);

  hearth_staff_reset_ask (widget, self->store, self->account);
}

static void
remove_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPersonPage *self = HEARTH_STAFF_PERSON_PAGE (widget);

  hearth_staff_leave_ask (widget, self->store, self->account);
}

/* ---- Overrides ---- */

static void
hearth_staff_person_page_map (GtkWidget *widget)
{
  show (widget);
  GTK_WIDGET_CLASS (hearth_staff_person_page_parent_class)->map (widget);
}

static void
hearth_staff_person_page_dispose (GObject *object)
{
  HearthStaffPersonPage *self = HEARTH_STAFF_PERSON_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_STAFF_PERSON_PAGE);
  g_clear_pointer (&self->record_rows, g_ptr_array_unref);
  g_clear_object (&self->account);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_staff_person_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/staff-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, account_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, approval_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, edit_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, file_button);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, file_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, keys_bin);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, leave_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, promise_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, remove_row);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, reset_row);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, state_label);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, training_button);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPersonPage, training_group);
}

static void
hearth_staff_person_page_class_init (HearthStaffPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_staff_person_page_dispose;
  widget_class->map = hearth_staff_person_page_map;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action_cb);
  gtk_widget_class_install_action (widget_class, "page.history", NULL, history_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-file", NULL, new_file_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-training", NULL, new_training_action_cb);
  gtk_widget_class_install_action (widget_class, "page.open", "s", open_action_cb);
  gtk_widget_class_install_action (widget_class, "page.remove", NULL, remove_action_cb);
  gtk_widget_class_install_action (widget_class, "page.reset", NULL, reset_action_cb);
  gtk_widget_class_install_action (widget_class, "page.roles", NULL, roles_action_cb);
}

static void
hearth_staff_person_page_init (HearthStaffPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->record_rows = g_ptr_array_new ();
  hearth_staff_keys_explain (self->promise_group);
}

/* ---- Public ---- */

HearthStaffPersonPage *
hearth_staff_person_page_new (HearthStore *store, HearthRecord *account)
{
  HearthStaffPersonPage *self = g_object_new (HEARTH_TYPE_STAFF_PERSON_PAGE, NULL);

  self->store = g_object_ref (store);
  self->account = g_object_ref (account);
  adw_bin_set_child (self->approval_bin, GTK_WIDGET (hearth_approval_group_new (store, account)));
  adw_bin_set_child (self->account_bin, GTK_WIDGET (hearth_facts_new (store, account, _ ("Account"))));
  adw_bin_set_child (self->keys_bin, GTK_WIDGET (hearth_staff_keys_new (store, account)));
  gtk_widget_set_visible (self->edit_group, may_write (self, &hearth_account_type));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.edit", may_write (self, &hearth_account_type));
  hearth_follow (self, store, "saved", show);
  show (self);
  return self;
}
