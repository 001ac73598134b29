/* SPDX-License-Identifier: GPL-3.0-or-later
 * Making an account for somebody who works here.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-new-page.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/first-password.h"
#include "views/roles-page.h"
#include "views/staff-slip-page.h"
#include "views/staff-words.h"
#include "widgets/form-rows.h"
#include "widgets/lock-mark.h"

struct _HearthStaffNewPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  GtkLabel *message_label;
  GtkStack *make_stack;
  GtkWidget *content;
  AdwPreferencesGroup *form_group;
  AdwPreferencesGroup *role_group;
  AdwPreferencesGroup *keys_group;

  /* Owned */
  HearthStore *store;
  HearthRecord *account;
  GListModel *accounts;
  GPtrArray *holders;
  HearthFormRows *rows;
  GPtrArray *key_rows; /* borrowed from the group */
  char *today;
  char *suggested; /* sign-in name, or "" */
};

G_DEFINE_FINAL_TYPE (HearthStaffNewPage, hearth_staff_new_page, ADW_TYPE_NAVIGATION_PAGE)

static const char *const fields[] = { "name", "user", "role", "profession" };

/* ---- Helpers ---- */

static void
show_message (HearthStaffNewPage *self, const char *sentence)
{
  gtk_label_set_text (self->message_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *sentence != '\0');
}

static void
set_busy (HearthStaffNewPage *self, bool busy)
{
  gtk_stack_set_visible_child_name (self->make_stack, busy ? "busy" : "words");
  gtk_widget_set_sensitive (self->content, !busy);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.save", !busy);
  adw_navigation_page_set_can_pop (ADW_NAVIGATION_PAGE (self), !busy);
}

static char *
dup_text (HearthStaffNewPage *self, const char *field)
{
  return hearth_field_row_dup_text (hearth_form_rows_lookup (self->rows, field));
}

/* NULL while none is chosen. */
static const HearthRole *
get_role (HearthStaffNewPage *self)
{
  g_autofree char *code = dup_text (self, "role");

  return *code != '\0' ? hearth_role_lookup (code) : NULL;
}

/* ---- Keys ---- */

static bool
may_give (HearthStaffNewPage *self, const char *compartment)
{
  return hearth_staff_do_i_hold (self->store, self->holders, compartment);
}

static char *
describe_givers (HearthStaffNewPage *self, const char *compartment)
{
  g_autofree char *names = hearth_staff_dup_holders (self->store, self->holders, compartment);

  if (*names == '\0')
    return g_strdup (_ ("You do not hold it, and nobody else does. Only the recovery sheet can give it."));
  /* Translators: %s: names of colleagues. */
  return g_strdup_printf (
    _ ("You do not hold it, so you cannot give it. It stands on Today for %s, who can."), names);
}

static void
add_key (HearthStaffNewPage *self, const char *compartment)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = may_give (self, compartment) ? g_strdup (_ ("Is given with the account."))
                                                        : describe_givers (self, compartment);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_compartment_get_label (compartment));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (hearth_compartment_get (compartment)->icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             hearth_lock_mark_new_sealed (hearth_compartment_get (compartment), false));
  adw_preferences_group_add (self->keys_group, row);
  g_ptr_array_add (self->key_rows, row);
}

static void
show_role (HearthStaffNewPage *self)
{
  const HearthRole *role = get_role (self);

  for (guint i = 0; i < self->key_rows->len; i++)
    adw_preferences_group_remove (self->keys_group, g_ptr_array_index (self->key_rows, i));
  g_ptr_array_set_size (self->key_rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->role_group), role != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->keys_group), role != NULL);
  if (role == NULL)
    return;
  adw_preferences_group_set_description (self->role_group, _ (role->words));
  adw_preferences_group_set_description (self->keys_group, *role->compartments != NULL
                                                             ? _ ("What this role reads under seal.")
                                                             : _ ("This role asks for no key."));
  for (const char *const *name = role->compartments; *name != NULL; name++)
    add_key (self, *name);
}

/* ---- The form ---- */

static void
suggest_user (HearthStaffNewPage *self)
{
  HearthFieldRow *row = hearth_form_rows_lookup (self->rows, "user");
  g_autofree char *name = dup_text (self, "name");
  g_autofree char *user = hearth_field_row_dup_text (row);
  g_autofree char *suggestion = NULL;

  /* What somebody typed is theirs. */
  if (*user != '\0' && !g_str_equal (user, self->suggested))
    return;
  suggestion = hearth_staff_suggest_user (name, self->accounts);
  hearth_field_row_set_text (row, suggestion);
  g_set_str (&self->suggested, suggestion);
}

static void
edited_cb (HearthStaffNewPage *self, HearthFieldRow *row)
{
  const char *name = hearth_field_row_get_field (row)->name;

  show_message (self, "");
  if (g_str_equal (name, "name"))
    suggest_user (self);
  else if (g_str_equal (name, "role"))
    show_role (self);
}

static void
left_cb (HearthStaffNewPage *self, HearthFieldRow *row)
{
  g_autoptr (GPtrArray) problems = hearth_form_rows_check (self->rows, NULL);

  hearth_form_rows_show_problem (self->rows, row, problems);
}

static void
add_row (HearthStaffNewPage *self, const char *name)
{
  const HearthField *field = hearth_record_type_lookup_field (&hearth_account_type, name);
  GtkWidget *row = hearth_field_row_new (field);

  hearth_form_rows_add (self->rows, field, row);
  hearth_form_rows_load (self->rows, HEARTH_FIELD_ROW (row));
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
}

static void
show_problems (HearthStaffNewPage *self, GPtrArray *problems)
{
  g_autofree char *others = hearth_form_rows_describe_others (self->rows, problems);
  HearthFieldRow *first = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      HearthFieldRow *row = hearth_form_rows_lookup (self->rows, fields[i]);

      hearth_form_rows_show_problem (self->rows, row, problems);
      if (first == NULL && *hearth_field_row_get_problem (row) != '\0')
        first = row;
    }
  show_message (self, others);
  if (first != NULL)
    hearth_field_row_focus (first);
}

/* ---- Making it ---- */

static GStrv
dup_given (HearthStaffNewPage *self)
{
  const HearthRole *role = get_role (self);
  g_autoptr (GStrvBuilder) given = g_strv_builder_new ();

  for (const char *const *name = role->compartments; *name != NULL; name++)
    if (may_give (self, *name))
      g_strv_builder_add (given, *name);
  return g_strv_builder_end (given);
}

static void
tell_error (HearthStaffNewPage *self, const GError *error, GPtrArray *problems)
{
  g_autofree char *sentence = NULL;

  if (problems != NULL && problems->len > 0)
    {
      show_problems (self, problems);
      return;
    }
  sentence = hearth_store_error_to_sentence (error);
  show_message (self, sentence);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HearthStaffNewPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (HearthFirstPassword) password = hearth_first_password_make_finish (result, &error);
  g_auto (GStrv) given = NULL;

  /* The house was locked meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  set_busy (self, false);
  given = dup_given (self);
  if (password == NULL || !hearth_store_add_account (self->store, self->account, password->password,
                                                     (const char *const *) given, &problems, &error))
    {
      tell_error (self, error, problems);
      return;
    }
  hearth_staff_replace_page (GTK_WIDGET (self),
                             ADW_NAVIGATION_PAGE (hearth_staff_slip_page_new (self->store, self->account,
                                                                              g_steal_pointer (&password))));
}

static void
save_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffNewPage *self = HEARTH_STAFF_NEW_PAGE (widget);
  g_autoptr (HearthRecord) copy = NULL;
  g_autoptr (GPtrArray) problems = hearth_form_rows_check (self->rows, &copy);

  show_problems (self, problems);
  if (problems->len > 0)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    hearth_record_set (self->account, fields[i], hearth_record_get (copy, fields[i]));
  set_busy (self, true);
  hearth_first_password_make_async (self->store, hearth_record_get (self->account, "user"), NULL, made_cb,
                                    g_object_ref (self));
}

static void
roles_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffNewPage *self = HEARTH_STAFF_NEW_PAGE (widget);
  const HearthRole *role = get_role (self);
  GtkWidget *navigation = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (hearth_roles_page_new (role != NULL ? role->code : NULL)));
}

/* ---- Overrides ---- */

static void
hearth_staff_new_page_shown (AdwNavigationPage *page)
{
  HearthStaffNewPage *self = HEARTH_STAFF_NEW_PAGE (page);
  HearthFieldRow *empty = hearth_form_rows_lookup_empty (self->rows, true);

  ADW_NAVIGATION_PAGE_CLASS (hearth_staff_new_page_parent_class)->shown (page);
  if (empty != NULL)
    hearth_field_row_focus (empty);
}

static void
hearth_staff_new_page_dispose (GObject *object)
{
  HearthStaffNewPage *self = HEARTH_STAFF_NEW_PAGE (object);

  g_clear_pointer (&self->rows, hearth_form_rows_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_STAFF_NEW_PAGE);
  g_clear_pointer (&self->key_rows, g_ptr_array_unref);
  g_clear_pointer (&self->holders, g_ptr_array_unref);
  g_clear_object (&self->accounts);
  g_clear_object (&self->account);
  g_clear_object (&self->store);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->suggested, g_free);

  G_OBJECT_CLASS (hearth_staff_new_page_parent_class)->dispose (object);
}

static void
hearth_staff_new_page_class_init (HearthStaffNewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_staff_new_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = hearth_staff_new_page_shown;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/staff-new-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthStaffNewPage, content);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffNewPage, form_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffNewPage, keys_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffNewPage, make_stack);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffNewPage, message_label);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffNewPage, role_group);
  gtk_widget_class_install_action (widget_class, "page.roles", NULL, roles_action_cb);
  gtk_widget_class_install_action (widget_class, "page.save", NULL, save_action_cb);
}

static void
hearth_staff_new_page_init (HearthStaffNewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->key_rows = g_ptr_array_new ();
  self->suggested = g_strdup ("");
  self->account = hearth_record_new (&hearth_account_type);
  hearth_record_set (self->account, "active", "yes");
}

/* ---- Public ---- */

HearthStaffNewPage *
hearth_staff_new_page_new (HearthStore *store)
{
  HearthStaffNewPage *self = g_object_new (HEARTH_TYPE_STAFF_NEW_PAGE, NULL);
  g_autoptr (HearthQuery) query = hearth_query_new (&hearth_account_type);
  g_autoptr (GError) error = NULL;

  self->store = g_object_ref (store);
  self->today = hearth_clock_today (hearth_store_get_clock (store));
  self->accounts = hearth_store_list (store, query, &error);
  if (self->accounts == NULL)
    self->accounts = G_LIST_MODEL (g_list_store_new (HEARTH_TYPE_RECORD));
  self->holders = hearth_store_list_holders (store, &error);
  if (self->holders == NULL)
    self->holders = g_ptr_array_new ();
  self->rows = hearth_form_rows_new (self->account, self->today, GTK_WIDGET (self->form_group));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    add_row (self, fields[i]);
  show_role (self);
  return self;
}
