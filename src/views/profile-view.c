/* SPDX-License-Identifier: GPL-3.0-or-later
 * A resident's own record part by part: how much of it is filled in, what is missing, and what it says.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/profile-view.h"

#include <glib/gi18n-lib.h>

#include "rules/completeness.h"
#include "views/facts.h"
#include "views/follow.h"
#include "views/resident-file.h"

/* One part of the record: the fields of one section of its table. */
typedef struct {
  const char *name;         /* the table's words */
  const HearthField *first; /* its first field that this reader may see */
  AdwPreferencesGroup *group;
  GtkLabel *figure;
  GtkLevelBar *bar;
  GPtrArray *rows; /* of GtkWidget, borrowed */
} Part;

struct _HearthProfileView {
  AdwBin parent_instance;

  /* Borrowed */
  GtkBox *box;
  GtkLabel *figure;
  GtkLevelBar *bar;

  /* Owned */
  HearthStore *store;
  HearthRecord *resident;
  GPtrArray *parts; /* of Part */
  bool may_write;
};

G_DEFINE_FINAL_TYPE (HearthProfileView, hearth_profile_view, ADW_TYPE_BIN)

static void
part_free (gpointer data)
{
  Part *part = data;

  g_ptr_array_unref (part->rows);
  g_free (part);
}

/* ---- Figures ---- */

/* The same in words, as a bar alone tells nothing to somebody who does not see it. */
static void
show_figure (GtkLabel *figure, GtkLevelBar *bar, const HearthCompleteness *completeness, const char *words)
{
  gtk_label_set_label (figure, words);
  gtk_widget_set_visible (GTK_WIDGET (figure), completeness->expected > 0);
  gtk_widget_set_visible (GTK_WIDGET (bar), completeness->expected > 0);
  gtk_level_bar_set_max_value (bar, MAX (completeness->expected, 1));
  gtk_level_bar_set_value (bar, completeness->filled);
}

static GtkLevelBar *
make_bar (int width)
{
  GtkWidget *bar = gtk_level_bar_new ();

  /* Whether little or much is known is no warning. */
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_widget_set_size_request (bar, width, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return GTK_LEVEL_BAR (bar);
}

/* ---- Rows ---- */

static GtkWidget *
make_missing_button (const HearthField *field)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autofree char *name = NULL;

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _ (field->label));
  adw_button_content_set_can_shrink (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_button_set_can_shrink (GTK_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "chip");
  /* Translators: a button; %s is the label of a field that is still empty. */
  name = g_strdup_printf (_ ("Fill in: %s"), _ (field->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", field->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.edit-field");
  return button;
}

static GtkWidget *
make_missing_row (HearthProfileView *self, GPtrArray *missing)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_ ("Not filled in yet"));
  GtkWidget *wrap = adw_wrap_box_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Not filled in yet"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "missing");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_add_css_class (title, "dimmed");
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (wrap), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (wrap), 6);
  for (unsigned int i = 0; i < missing->len; i++)
    {
      const HearthField *field = g_ptr_array_index (missing, i);

      adw_wrap_box_append (ADW_WRAP_BOX (wrap),
                           self->may_write ? make_missing_button (field) : gtk_label_new (_ (field->label)));
    }
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), wrap);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
add_row (Part *part, GtkWidget *row)
{
  adw_preferences_group_add (part->group, row);
  g_ptr_array_add (part->rows, row);
}

static void
fill_part (HearthProfileView *self, Part *part)
{
  const HearthRecordType *type = hearth_record_get_record_type (self->resident);
  g_autoptr (HearthCompleteness) completeness =
    hearth_completeness_new (self->store, self->resident, part->name);
  g_autofree char *figure = NULL;

  for (unsigned int i = 0; i < part->rows->len; i++)
    adw_preferences_group_remove (part->group, g_ptr_array_index (part->rows, i));
  g_ptr_array_set_size (part->rows, 0);
  /* Translators: how many fields of a part are filled in, of how many that should be. */
  figure = g_strdup_printf (_ ("%u of %u"), completeness->filled, completeness->expected);
  show_figure (part->figure, part->bar, completeness, figure);
  if (completeness->missing->len > 0)
    add_row (part, make_missing_row (self, completeness->missing));
  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];
      g_autofree char *value = NULL;
      GtkWidget *row;

      if (g_strcmp0 (field->section, part->name) != 0)
        continue;
      value = hearth_facts_dup_value (self->store, self->resident, field);
      row = *value != '\0' ? hearth_facts_make_row (self->store, self->resident, field, value)
                           : hearth_facts_make_closed_row (self->store, self->resident, field);
      if (row != NULL)
        add_row (part, row);
    }
  if (part->rows->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nothing recorded"));
      gtk_widget_add_css_class (row, "dimmed");
      add_row (part, row);
    }
}

static void
fill (gpointer owner)
{
  HearthProfileView *self = owner;
  g_autoptr (HearthCompleteness) whole = hearth_completeness_new (self->store, self->resident, NULL);
  g_autofree char *figure = NULL;

  /* Translators: how many fields of a whole record are filled in, of how many that should be. */
  figure = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u thing is filled in",
                                         "%u of %u things are filled in", whole->expected),
                            whole->filled, whole->expected);
  show_figure (self->figure, self->bar, whole, figure);
  for (unsigned int i = 0; i < self->parts->len; i++)
    fill_part (self, g_ptr_array_index (self->parts, i));
}

/* ---- Making the parts ---- */

static GtkWidget *
make_edit_button (const Part *part)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");
  /* Translators: a button; %s is a part of a file, such as "Names". */
  g_autofree char *tooltip = g_strdup_printf (_ ("Change “%s”"), _ (part->name));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", part->first->name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.edit-field");
  return button;
}

static void
add_part (HearthProfileView *self, const HearthField *first)
{
  Part *part = g_new0 (Part, 1);
  GtkWidget *suffix = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  part->name = first->section;
  part->first = first;
  part->rows = g_ptr_array_new ();
  part->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  part->figure = GTK_LABEL (gtk_label_new (NULL));
  part->bar = make_bar (48);
  gtk_widget_add_css_class (GTK_WIDGET (part->figure), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (part->figure), "numeric");
  gtk_box_append (GTK_BOX (suffix), GTK_WIDGET (part->bar));
  gtk_box_append (GTK_BOX (suffix), GTK_WIDGET (part->figure));
  if (self->may_write)
    gtk_box_append (GTK_BOX (suffix), make_edit_button (part));
  adw_preferences_group_set_title (part->group, _ (part->name));
  adw_preferences_group_set_header_suffix (part->group, suffix);
  gtk_box_append (self->box, GTK_WIDGET (part->group));
  g_ptr_array_add (self->parts, part);
}

static Part *
look_up_part (HearthProfileView *self, const char *name)
{
  for (unsigned int i = 0; i < self->parts->len; i++)
    {
      Part *part = g_ptr_array_index (self->parts, i);

      if (g_str_equal (part->name, name))
        return part;
    }
  return NULL;
}

static void
make_parts (HearthProfileView *self)
{
  const HearthRecordType *type = hearth_record_get_record_type (self->resident);
  HearthPolicy *policy = hearth_store_get_policy (self->store);
  const char *id = hearth_record_get_id (self->resident);

  for (unsigned int i = 0; i < type->n_fields; i++)
    {
      const HearthField *field = &type->fields[i];

      if (field->section != NULL && look_up_part (self, field->section) == NULL &&
          hearth_policy_may_read (policy, type, field, id))
        add_part (self, field);
    }
}

/* ---- Overrides ---- */

static void
hearth_profile_view_dispose (GObject *object)
{
  HearthProfileView *self = HEARTH_PROFILE_VIEW (object);

  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->resident);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (hearth_profile_view_parent_class)->dispose (object);
}

static void
hearth_profile_view_class_init (HearthProfileViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hearth_profile_view_dispose;
}

static void
hearth_profile_view_init (HearthProfileView *self)
{
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  self->figure = GTK_LABEL (gtk_label_new (NULL));
  self->bar = make_bar (-1);
  gtk_label_set_xalign (self->figure, 0);
  gtk_label_set_wrap (self->figure, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "heading");
  gtk_box_append (GTK_BOX (whole), GTK_WIDGET (self->figure));
  gtk_box_append (GTK_BOX (whole), GTK_WIDGET (self->bar));
  gtk_box_append (self->box, whole);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/* ---- Public ---- */

HearthProfileView *
hearth_profile_view_new (HearthStore *store, HearthRecord *resident)
{
  HearthProfileView *self = g_object_new (HEARTH_TYPE_PROFILE_VIEW, NULL);

  self->store = g_object_ref (store);
  self->resident = g_object_ref (resident);
  self->may_write =
    hearth_resident_file_may_write (store, resident, hearth_record_get_record_type (resident));
  make_parts (self);
  hearth_follow (self, resident, "notify", fill);
  fill (self);
  return self;
}
