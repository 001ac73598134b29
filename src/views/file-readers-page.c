/* SPDX-License-Identifier: GPL-3.0-or-later
 * Who may see a resident's file and why, and the limits of it.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/file-readers-page.h"

#include <glib/gi18n-lib.h>

#include "core/date.h"
#include "records/types.h"
#include "rules/file-limits.h"
#include "views/file-limit-dialog.h"
#include "views/file-page.h"
#include "views/follow.h"
#include "views/plain-page.h"
#include "views/tell.h"
#include "widgets/lock-mark.h"

struct _HearthFileReadersPage {
  AdwNavigationPage parent_instance;

  /* Borrowed */
  GtkBox *box;

  /* Owned */
  HearthStore *store;
  char *resident;
};

static void hearth_file_readers_page_file_page_init (HearthFilePageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthFileReadersPage,
                               hearth_file_readers_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FILE_PAGE,
                                                      hearth_file_readers_page_file_page_init))

static bool
may_limit (HearthFileReadersPage *self)
{
  return hearth_policy_may_write (hearth_store_get_policy (self->store), &hearth_file_limit_type, NULL,
                                  self->resident);
}

static AdwPreferencesGroup *
add_group (HearthFileReadersPage *self, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (self->box, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* ---- People ---- */

static GtkWidget *
make_reader_row (const HearthFileReader *reader)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *role = hearth_record_dup_subtitle (reader->account);
  g_autofree char *words =
    g_str_equal (role, reader->why) ? g_strdup (role) : g_strdup_printf ("%s · %s", role, reader->why);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), hearth_record_get (reader->account, "name"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  return row;
}

static void
add_readers (HearthFileReadersPage *self, GPtrArray *readers, bool may_see, const char *title)
{
  AdwPreferencesGroup *group = NULL;

  for (guint i = 0; i < readers->len; i++)
    {
      const HearthFileReader *reader = g_ptr_array_index (readers, i);

      if (reader->may_see != may_see)
        continue;
      if (group == NULL)
        group = add_group (self, title);
      adw_preferences_group_add (group, make_reader_row (reader));
    }
}

/* ---- Limits ---- */

typedef struct {
  HearthFileReadersPage *page; /* borrowed: the button is on it */
  HearthRecord *limit;
} Lifting;

static void
lifting_free (gpointer data, GClosure *closure)
{
  g_object_unref (((Lifting *) data)->limit);
  g_free (data);
}

static void
lift_cb (GtkWidget *button, Lifting *lifting)
{
  g_autoptr (HearthFileReadersPage) alive = g_object_ref (lifting->page);
  g_autoptr (GError) error = NULL;

  if (!hearth_file_limit_lift (lifting->page->store, lifting->limit, &error))
    hearth_tell_error (GTK_WIDGET (alive), _ ("Not lifted"), error);
}

/* "Since 3 May 2026, until 1 June 2026 · reason". */
static char *
describe_limit (HearthRecord *limit)
{
  g_autofree char *since = hearth_date_format (hearth_record_get (limit, "start"));
  g_autofree char *until = hearth_date_format (hearth_record_get (limit, "until"));
  const char *reason = hearth_record_get (limit, "reason");
  /* Translators: a date, or two */
  g_autofree char *when = *until != '\0' ? g_strdup_printf (_ ("From %s until %s"), since, until)
                                         : g_strdup_printf (_ ("Since %s"), since);

  return *reason != '\0' ? g_strdup_printf ("%s\n%s", when, reason) : g_steal_pointer (&when);
}

static GtkWidget *
make_limit_row (HearthFileReadersPage *self, HearthRecord *limit)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_mnemonic (_ ("_Lift"));
  Lifting *lifting = g_new0 (Lifting, 1);
  g_autofree char *kind = hearth_record_dup_title (limit);
  g_autofree char *name = hearth_store_dup_link_title (self->store, hearth_record_get (limit, "person"));
  /* Translators: a person's name, and what holds for them */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), name, kind);
  g_autofree char *words = describe_limit (limit);

  lifting->page = self;
  lifting->limit = g_object_ref (limit);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, may_limit (self));
  g_signal_connect_data (button, "clicked", G_CALLBACK (lift_cb), lifting, lifting_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static GtkWidget *
make_button_row (const char *title, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

static void
add_limits (HearthFileReadersPage *self)
{
  g_autoptr (GPtrArray) limits = hearth_file_limit_list (self->store, self->resident);
  AdwPreferencesGroup *group;

  if (limits == NULL)
    return;
  group = add_group (self, _ ("Limits of this file"));
  adw_preferences_group_set_header_suffix (
    group, hearth_lock_mark_new_plain (_ ("Limits of a file and conflicts of interest"), NULL));
  for (guint i = 0; i < limits->len; i++)
    adw_preferences_group_add (group, make_limit_row (self, g_ptr_array_index (limits, i)));
  if (limits->len == 0)
    adw_preferences_group_set_description (group, _ ("None: whoever has the role for it sees the file."));
  if (!may_limit (self))
    return;
  adw_preferences_group_add (group, make_button_row (_ ("_Limit to named people…"), "page.limit"));
  adw_preferences_group_add (group, make_button_row (_ ("Declare a _conflict of interest…"),
                                                     "page.declare-conflict"));
}

/* ---- Showing ---- */

static void
show (gpointer owner)
{
  HearthFileReadersPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readers = hearth_file_limits_list_readers (self->store, self->resident, &error);

  hearth_plain_page_empty (self->box);
  if (readers == NULL)
    {
      hearth_plain_page_add_error (self->box, error);
      return;
    }
  add_limits (self);
  add_readers (self, readers, true, _ ("May see this file, as far as their role goes"));
  add_readers (self, readers, false, _ ("May not see it"));
}

/* ---- Actions ---- */

static void
limit_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthFileReadersPage *self = HEARTH_FILE_READERS_PAGE (widget);

  hearth_file_limit_ask_for_names (widget, self->store, self->resident);
}

static void
declare_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthFileReadersPage *self = HEARTH_FILE_READERS_PAGE (widget);

  hearth_file_limit_ask_for_conflict (widget, self->store, self->resident);
}

/* ---- Overrides ---- */

static AdwNavigationPage *
hearth_file_readers_page_renew (HearthFilePage *page)
{
  HearthFileReadersPage *self = HEARTH_FILE_READERS_PAGE (page);

  if (hearth_file_is_closed (self->store, self->resident) ||
      !hearth_policy_may_read (hearth_store_get_policy (self->store), &hearth_file_limit_type, NULL,
                               self->resident))
    return NULL;
  return ADW_NAVIGATION_PAGE (hearth_file_readers_page_new (self->store, self->resident));
}

static void
hearth_file_readers_page_file_page_init (HearthFilePageInterface *iface)
{
  iface->renew = hearth_file_readers_page_renew;
}

static void
hearth_file_readers_page_dispose (GObject *object)
{
  HearthFileReadersPage *self = HEARTH_FILE_READERS_PAGE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->resident, g_free);

  G_OBJECT_CLASS (hearth_file_readers_page_parent_class)->dispose (object);
}

static void
hearth_file_readers_page_class_init (HearthFileReadersPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_file_readers_page_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.limit", NULL, limit_action_cb);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "page.declare-conflict", NULL,
                                   declare_action_cb);
}

static void
hearth_file_readers_page_init (HearthFileReadersPage *self)
{
}

/* ---- Public ---- */

HearthFileReadersPage *
hearth_file_readers_page_new (HearthStore *store, const char *resident)
{
  HearthFileReadersPage *self = g_object_new (HEARTH_TYPE_FILE_READERS_PAGE, NULL);
  g_autofree char *name = hearth_store_dup_link_title (store, resident);

  self->store = g_object_ref (store);
  self->resident = g_strdup (resident);
  self->box = hearth_plain_page_fill (ADW_NAVIGATION_PAGE (self), _ ("Who may see this file"), name, NULL);
  hearth_follow (self, store, "saved", show);
  hearth_file_page_begin (HEARTH_FILE_PAGE (self), store, resident);
  show (self);
  return self;
}
