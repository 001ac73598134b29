/* SPDX-License-Identifier: GPL-3.0-or-later
 * A field with few short answers side by side: yes or no, small choices.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/toggle-row.h"

#include "widgets/field-base.h"
#include "widgets/words.h"

#include <glib/gi18n-lib.h>

/* What fits beside each other on a window of 360 pixels, where the row has this width. */
#define MOST_TOGGLES 5
#define MOST_CHARACTERS 28
#define LEAST_WIDTH 312
#define TOGGLE_PADDING 16

struct _HearthToggleRow {
  AdwPreferencesRow parent_instance;

  HearthFieldBase base;

  /* template */
  GtkLabel *title;
  GtkWidget *required_mark;
  GtkWidget *clear_button;
  AdwToggleGroup *toggles;

  /* owned */
  GPtrArray *codes; /* by place of the toggle; borrowed strings */
  char *text;       /* kept as it is even when it is none of the codes */
};

static void hearth_toggle_row_field_row_init (HearthFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (HearthToggleRow,
                               hearth_toggle_row,
                               ADW_TYPE_PREFERENCES_ROW,
                               G_IMPLEMENT_INTERFACE (HEARTH_TYPE_FIELD_ROW,
                                                      hearth_toggle_row_field_row_init))

static void
update_marks (HearthToggleRow *self)
{
  bool empty = *self->text == '\0';

  hearth_field_base_set_empty (&self->base, empty);
  gtk_widget_set_visible (self->clear_button, !empty && !self->base.field->required);
}

static void
active_changed_cb (HearthToggleRow *self)
{
  guint active = adw_toggle_group_get_active (self->toggles);

  if (self->base.quiet || active >= self->codes->len)
    return;
  if (!g_set_str (&self->text, g_ptr_array_index (self->codes, active)))
    return;
  update_marks (self);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

/* With large text the toggles may not fit side by side: then they stand below each other. */
static void
update_orientation (HearthToggleRow *self)
{
  int total = 0;

  for (guint i = 0; i < self->codes->len; i++)
    {
      const char *label = adw_toggle_get_label (adw_toggle_group_get_toggle (self->toggles, i));
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->toggles), label);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      total += width + TOGGLE_PADDING;
    }
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->toggles), total > LEAST_WIDTH
                                                                    ? GTK_ORIENTATION_VERTICAL
                                                                    : GTK_ORIENTATION_HORIZONTAL);
}

static void
add_toggle (HearthToggleRow *self, const char *code, const char *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_use_underline (toggle, FALSE);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->toggles, toggle);
  g_ptr_array_add (self->codes, (gpointer) code);
}

static void
add_toggles (HearthToggleRow *self)
{
  const HearthField *field = self->base.field;

  if (field->kind == HEARTH_FIELD_YES_NO)
    {
      add_toggle (self, "yes", hearth_words_yes_no (true));
      add_toggle (self, "no", hearth_words_yes_no (false));
    }
  else
    for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++)
      add_toggle (self, choice->code, _ (choice->label));
}

static void
clear_cb (HearthToggleRow *self)
{
  hearth_field_row_focus (HEARTH_FIELD_ROW (self)); /* the button is about to go */
  self->base.quiet = true;
  adw_toggle_group_set_active (self->toggles, GTK_INVALID_LIST_POSITION);
  self->base.quiet = false;
  g_set_str (&self->text, "");
  update_marks (self);
  hearth_field_base_input_changed (&self->base, HEARTH_FIELD_ROW (self));
}

static HearthFieldBase *
hearth_toggle_row_get_base (HearthFieldRow *row)
{
  return &HEARTH_TOGGLE_ROW (row)->base;
}

static char *
hearth_toggle_row_dup_text (HearthFieldRow *row)
{
  return g_strdup (HEARTH_TOGGLE_ROW (row)->text);
}

static void
hearth_toggle_row_set_text (HearthFieldRow *row, const char *text)
{
  HearthToggleRow *self = HEARTH_TOGGLE_ROW (row);
  guint place = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < self->codes->len; i++)
    if (g_str_equal (g_ptr_array_index (self->codes, i), text))
      place = i;
  g_set_str (&self->text, text);
  adw_toggle_group_set_active (self->toggles, place);
  update_marks (self);
}

static void
hearth_toggle_row_field_row_init (HearthFieldRowInterface *iface)
{
  iface->get_base = hearth_toggle_row_get_base;
  iface->dup_text = hearth_toggle_row_dup_text;
  iface->set_text = hearth_toggle_row_set_text;
}

static void
hearth_toggle_row_map (GtkWidget *widget)
{
  update_orientation (HEARTH_TOGGLE_ROW (widget));
  GTK_WIDGET_CLASS (hearth_toggle_row_parent_class)->map (widget);
}

static void
hearth_toggle_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (hearth_toggle_row_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME)
    update_orientation (HEARTH_TOGGLE_ROW (widget));
}

static void
hearth_toggle_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), HEARTH_TYPE_TOGGLE_ROW);
  G_OBJECT_CLASS (hearth_toggle_row_parent_class)->dispose (object);
}

static void
hearth_toggle_row_finalize (GObject *object)
{
  HearthToggleRow *self = HEARTH_TOGGLE_ROW (object);

  g_ptr_array_unref (self->codes);
  g_free (self->text);
  G_OBJECT_CLASS (hearth_toggle_row_parent_class)->finalize (object);
}

static void
hearth_toggle_row_class_init (HearthToggleRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_toggle_row_dispose;
  object_class->finalize = hearth_toggle_row_finalize;
  widget_class->map = hearth_toggle_row_map;
  widget_class->system_setting_changed = hearth_toggle_row_system_setting_changed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/hearthrecords/Hearth/ui/widgets/toggle-row.ui");
  gtk_widget_class_bind_template_child (widget_class, HearthToggleRow, title);
  gtk_widget_class_bind_template_child (widget_class, HearthToggleRow, required_mark);
  gtk_widget_class_bind_template_child (widget_class, HearthToggleRow, clear_button);
  gtk_widget_class_bind_template_child (widget_class, HearthToggleRow, toggles);
  gtk_widget_class_bind_template_callback (widget_class, active_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
hearth_toggle_row_init (HearthToggleRow *self)
{
  self->codes = g_ptr_array_new ();
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
hearth_toggle_row_new (const HearthField *field)
{
  HearthToggleRow *self;
  g_autofree char *clear = NULL;

  g_return_val_if_fail (field != NULL, NULL);

  self = g_object_new (HEARTH_TYPE_TOGGLE_ROW, NULL);
  hearth_field_base_attach (&self->base, HEARTH_FIELD_ROW (self), field, GTK_WIDGET (self->toggles));
  self->base.required_mark = self->required_mark;
  gtk_label_set_label (self->title, _ (field->label));
  clear = hearth_words_clear (_ (field->label));
  gtk_widget_set_tooltip_text (self->clear_button, clear);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear_button), GTK_ACCESSIBLE_PROPERTY_LABEL, clear,
                                  -1);
  self->base.quiet = true;
  add_toggles (self);
  hearth_toggle_row_set_text (HEARTH_FIELD_ROW (self), "");
  self->base.quiet = false;
  return GTK_WIDGET (self);
}

bool
hearth_toggle_row_suits (const HearthField *field)
{
  glong n_characters = 0;
  guint n_toggles = 0;

  g_return_val_if_fail (field != NULL, false);

  for (const HearthChoice *choice = field->choices; choice->code != NULL; choice++, n_toggles++)
    n_characters += g_utf8_strlen (_ (choice->label), -1);
  return n_toggles <= MOST_TOGGLES && n_characters <= MOST_CHARACTERS;
}
