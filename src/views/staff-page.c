/* SPDX-License-Identifier: GPL-3.0-or-later
 * Everybody who works here: role, keys, and how each stands.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/staff-page.h"

#include <glib/gi18n-lib.h>

#include "records/types.h"
#include "views/begin.h"
#include "views/follow.h"
#include "views/notice-group.h"
#include "views/plain-row.h"
#include "views/roles-page.h"
#include "views/staff-leave.h"
#include "views/staff-new-page.h"
#include "views/staff-words.h"
#include "widgets/compartment.h"

struct _HearthStaffPage {
  AdwNavigationPage parent_instance;

  /* Template widgets */
  GtkWidget *new_button;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  AdwBanner *rotation_banner;
  HearthCopyNote *copy_notice;
  HearthCopyNote *copy_line;
  GtkBox *todo_box;
  GtkWidget *nobody_page;
  AdwPreferencesGroup *here_group;
  GtkListBox *here_list;
  GtkWidget *alone_group;
  GtkWidget *gone_group;
  GtkWidget *sheet_group;
  AdwActionRow *sheet_row;
  AdwBin *sheet_keys;
  GtkWidget *sheet_mark;
  GtkListBox *gone_list;
  AdwWrapBox *legend_keys;

  /* Owned */
  HearthStore *store;
  GListModel *accounts;
  GListModel *files; /* NULL where this person reads none */
  char *wanted; /* folded, "" for everybody */
};

G_DEFINE_FINAL_TYPE (HearthStaffPage, hearth_staff_page, ADW_TYPE_NAVIGATION_PAGE)

#define ACCOUNT "hearth-account"
#define WORDS "hearth-words"

/* ---- Rows ---- */

static bool
manages (HearthStore *store)
{
  return hearth_policy_may_do (hearth_store_get_policy (store), HEARTH_ACTION_MANAGE_ACCOUNTS);
}

static GtkWidget *
make_key (const char *compartment)
{
  GtkWidget *image = gtk_image_new_from_icon_name (hearth_compartment_get (compartment)->icon_name);
  const char *label = hearth_compartment_get_label (compartment);

  gtk_widget_set_tooltip_text (image, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return image;
}

static GtkWidget *
make_keys (const HearthHolder *holder)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  for (const char *const *name = hearth_compartments; *name != NULL; name++)
    if (hearth_holder_has (holder, *name))
      gtk_box_append (GTK_BOX (box), make_key (*name));
  return box;
}

static char *
describe (HearthStaffPage *self,
          HearthRecord *account,
          HearthStaffState state,
          const HearthHolder *holder,
          bool *urgent)
{
  g_autofree char *role = hearth_staff_dup_role (hearth_record_get (account, "role"));
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (HearthRecord) file = NULL;
  g_autofree char *check = NULL;
  const char *stands = hearth_staff_describe_state (state, holder);

  *urgent = state == HEARTH_STAFF_WAITS;
  if (self->files == NULL || state == HEARTH_STAFF_GONE)
    return g_strdup_printf ("%s · %s", role, stands);
  file = hearth_staff_find_file (self->files, hearth_record_get_id (account));
  check = hearth_staff_describe_check (file, today, urgent);
  return g_strdup_printf ("%s · %s\n%s", role, stands, check);
}

static GtkWidget *
make_row (HearthStaffPage *self, HearthRecord *account, HearthStaffState state, const HearthHolder *holder)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = hearth_record_get (account, "name");
  GtkWidget *avatar = adw_avatar_new (32, name, TRUE);
  bool urgent = false;
  g_autofree char *subtitle = describe (self, account, state, holder, &urgent);
  g_autofree char *words = g_strdup_printf ("%s %s %s", name, hearth_record_get (account, "user"), subtitle);

  gtk_accessible_update_state (GTK_ACCESSIBLE (avatar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (holder));
  if (urgent)
    hearth_plain_row_add_warning (row, _ ("Something is to be done"));
  hearth_plain_row_add_arrow (row);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), ACCOUNT, g_object_ref (account), g_object_unref);
  g_object_set_data_full (G_OBJECT (row), WORDS, g_utf8_casefold (words, -1), g_free);
  return row;
}

/* ---- The lists ---- */

static bool
is_wanted (HearthStaffPage *self, GtkListBoxRow *row)
{
  return strstr (g_object_get_data (G_OBJECT (row), WORDS), self->wanted) != NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  return is_wanted (user_data, row);
}

static unsigned int
count_wanted (HearthStaffPage *self, GtkListBox *list)
{
  GtkListBoxRow *row;
  unsigned int n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    n += is_wanted (self, row);
  return n;
}

static void
show_wanted (HearthStaffPage *self)
{
  unsigned int n_here, n_gone;

  gtk_list_box_invalidate_filter (self->here_list);
  gtk_list_box_invalidate_filter (self->gone_list);
  n_here = count_wanted (self, self->here_list);
  n_gone = count_wanted (self, self->gone_list);
  gtk_widget_set_visible (GTK_WIDGET (self->here_group), n_here > 0);
  gtk_widget_set_visible (self->gone_group, n_gone > 0);
  gtk_widget_set_visible (self->nobody_page, n_here + n_gone == 0);
}

/* ---- The recovery sheet ---- */

static char *
describe_sheet (const HearthHolder *sheet)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lacking = NULL;
  g_autofree char *keys = NULL;

  for (const char *const *name = hearth_compartments; *name != NULL; name++)
    if (!hearth_holder_has (sheet, *name))
      g_strv_builder_add (builder, hearth_compartment_get_key (*name));
  lacking = g_strv_builder_end (builder);
  keys = hearth_staff_join ((const char *const *) lacking);
  if (*keys == '\0')
    return g_strdup (_ ("Has every key"));
  /* Translators: %s: keys, as in "the medical key and the legal key". */
  return g_strdup_printf (_ ("Waits for %s"), keys);
}

static void
show_sheet (HearthStaffPage *self, GPtrArray *holders)
{
  const HearthHolder *sheet = hearth_holders_lookup_sheet (holders);
  g_autofree char *words = sheet != NULL ? describe_sheet (sheet) : NULL;

  gtk_widget_set_visible (self->sheet_group, sheet != NULL);
  if (sheet == NULL)
    return;
  adw_action_row_set_subtitle (self->sheet_row, words);
  adw_bin_set_child (self->sheet_keys, make_keys (sheet));
  gtk_widget_set_visible (self->sheet_mark,
                          g_strv_length (sheet->compartments) < g_strv_length ((GStrv) hearth_compartments));
}

/* ---- What Today tells those who have one ---- */

static bool
has_today (HearthStore *store)
{
  return hearth_policy_may_read (hearth_store_get_policy (store), &hearth_resident_type, NULL, NULL);
}

static void
show_todo (HearthStaffPage *self)
{
  g_autofree char *today = hearth_clock_today (hearth_store_get_clock (self->store));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) notices = NULL;

  if (has_today (self->store))
    return;
  notices = hearth_feed_collect (self->store, HEARTH_FEED_TODAY, NULL, &error);
  if (notices == NULL)
    {
      g_warning ("What is to be done cannot be told: %s", error->message);
      return;
    }
  hearth_notice_groups_show (self->todo_box, notices, today, _ ("Late"), "");
  gtk_widget_set_visible (GTK_WIDGET (self->todo_box), notices->len > 0);
}

/* ---- The whole ---- */

static void
show_people (gpointer owner)
{
  HearthStaffPage *self = owner;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) holders = hearth_store_list_holders (self->store, &error);
  guint n = self->accounts != NULL ? g_list_model_get_n_items (self->accounts) : 0;

  if (holders == NULL)
    {
      g_warning ("The holders of keys cannot be listed: %s", error->message);
      holders = g_ptr_array_new ();
    }
  gtk_list_box_remove_all (self->here_list);
  gtk_list_box_remove_all (self->gone_list);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (HearthRecord) account = g_list_model_get_item (self->accounts, i);
      HearthStaffState state;

      if (account == NULL)
        continue;
      state = hearth_staff_get_state (self->store, account);
      gtk_list_box_append (state == HEARTH_STAFF_GONE ? self->gone_list : self->here_list,
                           make_row (self, account, state,
                                     hearth_holders_lookup (holders, hearth_record_get_id (account))));
    }
  show_sheet (self, holders);
  show_todo (self);
  hearth_copy_note_update (self->copy_notice);
  hearth_copy_note_update (self->copy_line);
  gtk_widget_set_visible (self->alone_group, n == 1 && manages (self->store));
  adw_banner_set_revealed (self->rotation_banner,
                           manages (self->store) && hearth_store_wants_rotation (self->store));
  show_wanted (self);
}

static GListModel *
list_records (HearthStaffPage *self, const HearthRecordType *type, const char *sort)
{
  g_autoptr (HearthQuery) query = hearth_query_new (type);
  g_autoptr (GError) error = NULL;
  GListModel *records;

  hearth_query_set_sort (query, sort, false);
  records = hearth_store_list (self->store, query, &error);
  if (records == NULL && !g_error_matches (error, HEARTH_STORE_ERROR, HEARTH_STORE_ERROR_DENIED))
    g_warning ("Records cannot be listed: %s", error->message);
  return records;
}

static void
add_legend (HearthStaffPage *self)
{
  for (const char *const *name = hearth_compartments; *name != NULL; name++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *image = gtk_image_new_from_icon_name (hearth_compartment_get (*name)->icon_name);
      GtkWidget *label = gtk_label_new (hearth_compartment_get_label (*name));

      gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      gtk_widget_add_css_class (label, "caption");
      gtk_box_append (GTK_BOX (box), image);
      gtk_box_append (GTK_BOX (box), label);
      adw_wrap_box_append (self->legend_keys, box);
    }
}

/* ---- Callbacks ---- */

static void
search_changed_cb (HearthStaffPage *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->search_entry)));

  g_free (self->wanted);
  self->wanted = g_utf8_casefold (text, -1);
  show_wanted (self);
}

static void
row_activated_cb (HearthStaffPage *self, GtkListBoxRow *row)
{
  hearth_open_record (GTK_WIDGET (self), self->store, g_object_get_data (G_OBJECT (row), ACCOUNT));
}

static void
push (HearthStaffPage *self, AdwNavigationPage *page)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), page);
}

static void
new_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPage *self = HEARTH_STAFF_PAGE (widget);

  push (self, ADW_NAVIGATION_PAGE (hearth_staff_new_page_new (self->store)));
}

static void
find_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  HearthStaffPage *self = HEARTH_STAFF_PAGE (widget);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
replace_house_key_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_staff_rotate_ask (widget);
}

static void
new_sheet_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  hearth_staff_sheet_ask (widget);
}

static void
roles_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  push (HEARTH_STAFF_PAGE (widget), ADW_NAVIGATION_PAGE (hearth_roles_page_new (NULL)));
}

/* ---- Overrides ---- */

/* Keys that were given on another page are no record that was saved. */
static void
hearth_staff_page_map (GtkWidget *widget)
{
  show_people (widget);
  GTK_WIDGET_CLASS (hearth_staff_page_parent_class)->map (widget);
}

static void
hearth_staff_page_dispose (GObject *object)
{
  HearthStaffPage *self = HEARTH_STAFF_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), HEARTH_TYPE_STAFF_PAGE);
  g_clear_object (&self->accounts);
  g_clear_object (&self->files);
  g_clear_object (&self->store);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (hearth_staff_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (HEARTH_TYPE_COPY_NOTE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/views/staff-page.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, alone_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, copy_line);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, copy_notice);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, gone_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, gone_list);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, here_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, here_list);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, legend_keys);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, nobody_page);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, rotation_banner);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, sheet_group);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, sheet_keys);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, sheet_mark);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, HearthStaffPage, todo_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
hearth_staff_page_class_init (HearthStaffPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_staff_page_dispose;
  widget_class->map = hearth_staff_page_map;
  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action_cb);
  gtk_widget_class_install_action (widget_class, "page.new-sheet", NULL, new_sheet_action_cb);
  gtk_widget_class_install_action (widget_class, "page.replace-house-key", NULL, replace_house_key_action_cb);
  gtk_widget_class_install_action (widget_class, "page.roles", NULL, roles_action_cb);
}

static void
hearth_staff_page_init (HearthStaffPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->wanted = g_strdup ("");
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_list_box_set_filter_func (self->here_list, filter_cb, self, NULL);
  gtk_list_box_set_filter_func (self->gone_list, filter_cb, self, NULL);
  add_legend (self);
}

/* ---- Public ---- */

HearthStaffPage *
hearth_staff_page_new (HearthStore *store)
{
  HearthStaffPage *self = g_object_new (HEARTH_TYPE_STAFF_PAGE, NULL);

  self->store = g_object_ref (store);
  self->accounts = list_records (self, &hearth_account_type, "name");
  self->files = list_records (self, &hearth_staff_file_type, "started");
  gtk_widget_set_visible (self->new_button, manages (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", manages (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new-sheet", manages (store));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.replace-house-key", manages (store));
  hearth_follow (self, store, "saved", show_people);
  hearth_follow (self, store, "keys-changed", show_people);
  return self;
}

void
hearth_staff_page_set_copies (HearthStaffPage *self, HearthCopyNoticeFunc notice, HearthCopyLineFunc line)
{
  g_return_if_fail (HEARTH_IS_STAFF_PAGE (self));
  if (has_today (self->store))
    return;
  hearth_copy_note_show_notice (self->copy_notice, self->store, notice);
  hearth_copy_note_show_line (self->copy_line, self->store, line);
}

bool
hearth_staff_page_is_for (HearthStore *store)
{
  return manages (store) ||
         hearth_policy_may_read (hearth_store_get_policy (store), &hearth_staff_file_type, NULL, NULL);
}
