/* SPDX-License-Identifier: GPL-3.0-or-later
 * A row of the shift grid: who it is, which stays in sight, and the items, which scroll beside it.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/shift-row.h"

#include <glib/gi18n-lib.h>

struct _HearthShiftRow {
  GtkWidget parent_instance;

  /* Borrowed */
  const HearthShiftColumns *columns;
  GtkWidget *who;
  GtkLabel *name_label;
  GtkLabel *note_label;
  GtkImage *alert_image;
  GtkImage *state_image;
  GtkWidget *menu_button;

  /* Owned */
  HearthShiftLine *line;
  GPtrArray *cells; /* of HearthShiftCell, children */
};

G_DEFINE_FINAL_TYPE (HearthShiftRow, hearth_shift_row, GTK_TYPE_WIDGET)

enum { MENU, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *const state_icons[] = {
  [HEARTH_SHIFT_LINE_EMPTY] = NULL,
  [HEARTH_SHIFT_LINE_UNSAVED] = "content-loading-symbolic",
  [HEARTH_SHIFT_LINE_SAVED] = "object-select-symbolic",
  [HEARTH_SHIFT_LINE_PROBLEM] = "dialog-warning-symbolic",
  [HEARTH_SHIFT_LINE_SIGNED] = "system-lock-screen-symbolic",
};

/* ---- Helpers ---- */

static bool
is_mirrored (HearthShiftRow *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
show_image (GtkImage *image, const char *icon_name, const char *words)
{
  gtk_widget_set_visible (GTK_WIDGET (image), icon_name != NULL);
  if (icon_name == NULL)
    return;
  gtk_image_set_from_icon_name (image, icon_name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (image), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_who (HearthShiftRow *self)
{
  HearthShiftLine *line = self->line;
  const char *note = hearth_shift_line_get_note (line), *alerts = hearth_shift_line_get_alerts (line),
             *state = hearth_shift_line_get_state_words (line);
  const char *code = hearth_record_get (hearth_shift_line_get_resident (line), "code");
  g_autofree char *below = *note != '\0' ? g_strdup_printf ("%s · %s", code, note) : g_strdup (code);

  gtk_label_set_text (self->name_label, hearth_shift_line_get_name (line));
  gtk_label_set_text (self->note_label, below);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note_label), below);
  show_image (self->alert_image, *alerts != '\0' ? "dialog-warning-symbolic" : NULL, alerts);
  show_image (self->state_image, state_icons[hearth_shift_line_get_state (line)], state);
  if (hearth_shift_line_get_dimmed (line))
    gtk_widget_add_css_class (GTK_WIDGET (self), "away");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "away");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  hearth_shift_line_get_name (line), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  state, -1);
}

static void
show_all (HearthShiftRow *self)
{
  show_who (self);
  for (guint i = 0; i < self->cells->len; i++)
    hearth_shift_cell_show (g_ptr_array_index (self->cells, i), self->line);
}

/* ---- Callbacks ---- */

static void
entry_changed_cb (HearthShiftRow *self, GParamSpec *property)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      HearthShiftCell *cell = g_ptr_array_index (self->cells, i);
      g_autofree char *name = g_strdelimit (g_strdup (hearth_shift_cell_get_field (cell)->name), "_", '-');

      if (g_str_equal (name, property->name))
        hearth_shift_cell_show (cell, self->line);
    }
}

static void
menu_clicked_cb (HearthShiftRow *self, GtkWidget *button)
{
  g_signal_emit (self, signals[MENU], 0, button);
}

/* ---- Making ---- */

static GtkLabel *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static void
make_who (HearthShiftRow *self)
{
  GtkWidget *labels = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->who = g_object_new (GTK_TYPE_BOX, "spacing", 6, "css-name", "shiftname", "accessible-role",
                            GTK_ACCESSIBLE_ROLE_ROW_HEADER, NULL);
  self->name_label = make_label ("name");
  self->note_label = make_label ("caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->note_label), "dimmed");
  gtk_box_append (GTK_BOX (labels), GTK_WIDGET (self->name_label));
  gtk_box_append (GTK_BOX (labels), GTK_WIDGET (self->note_label));
  gtk_widget_set_hexpand (labels, TRUE);
  gtk_widget_set_valign (labels, GTK_ALIGN_CENTER);
  self->alert_image = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->alert_image), "warning");
  self->state_image = GTK_IMAGE (gtk_image_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->state_image), "dimmed");
  self->menu_button = gtk_button_new_from_icon_name ("view-more-symbolic");
  gtk_widget_add_css_class (self->menu_button, "flat");
  gtk_widget_add_css_class (self->menu_button, "small");
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  /* The cells have the keyboard; the key for menus opens the same. */
  gtk_widget_set_focusable (self->menu_button, FALSE);
  gtk_widget_set_tooltip_text (self->menu_button, _ ("More about this entry"));
  g_signal_connect_swapped (self->menu_button, "clicked", G_CALLBACK (menu_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->who), labels);
  gtk_box_append (GTK_BOX (self->who), GTK_WIDGET (self->alert_image));
  gtk_box_append (GTK_BOX (self->who), GTK_WIDGET (self->state_image));
  gtk_box_append (GTK_BOX (self->who), self->menu_button);
}

static void
make_cells (HearthShiftRow *self)
{
  for (guint i = 0; i < self->columns->n_fields; i++)
    {
      HearthShiftCell *cell = hearth_shift_cell_new (self->columns->fields[i]);

      gtk_widget_set_parent (GTK_WIDGET (cell), GTK_WIDGET (self));
      g_ptr_array_add (self->cells, cell);
    }
}

/* ---- Overrides ---- */

static int
measure_height (GtkWidget *widget, int for_width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, for_width, &height, NULL, NULL, NULL);
  return height;
}

static void
hearth_shift_row_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  HearthShiftRow *self = HEARTH_SHIFT_ROW (widget);
  const HearthShiftColumns *columns = self->columns;
  int who, cell = self->cells->len > 0 ? measure_height (g_ptr_array_index (self->cells, 0), -1) : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->who, orientation, -1, minimum, NULL, NULL, NULL);
      *natural = MAX (*minimum, columns->names + columns->total);
      return;
    }
  who = measure_height (self->who, -1);
  *minimum = *natural = columns->stacked ? who + cell * (int) self->cells->len : MAX (who, cell);
}

static void
allocate_stacked (HearthShiftRow *self, int width)
{
  int y = measure_height (self->who, -1), height = self->columns->line;

  gtk_widget_size_allocate (self->who, &(GtkAllocation) { 0, 0, width, y }, -1);
  for (guint i = 0; i < self->cells->len; i++, y += height)
    gtk_widget_size_allocate (g_ptr_array_index (self->cells, i), &(GtkAllocation) { 0, y, width, height },
                              -1);
}

static void
hearth_shift_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HearthShiftRow *self = HEARTH_SHIFT_ROW (widget);
  bool mirrored = is_mirrored (self);
  GtkAllocation who = { mirrored ? width - self->columns->names : 0, 0, self->columns->names, height };

  if (self->columns->stacked)
    {
      allocate_stacked (self, width);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkAllocation place = hearth_shift_columns_get_place (self->columns, i, width, height, mirrored);

      gtk_widget_size_allocate (g_ptr_array_index (self->cells, i), &place, -1);
    }
  gtk_widget_size_allocate (self->who, &who, -1);
}

static void
hearth_shift_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HearthShiftRow *self = HEARTH_SHIFT_ROW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget),
      names = self->columns->stacked ? 0 : self->columns->names;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (is_mirrored (self) ? 0 : (float) names, 0,
                                                         (float) (width - names), (float) height));
  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cells, i), snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->who, snapshot);
}

static void
hearth_shift_row_dispose (GObject *object)
{
  HearthShiftRow *self = HEARTH_SHIFT_ROW (object);

  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->who, gtk_widget_unparent);
  g_clear_object (&self->line);

  G_OBJECT_CLASS (hearth_shift_row_parent_class)->dispose (object);
}

static void
hearth_shift_row_class_init (HearthShiftRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hearth_shift_row_dispose;
  widget_class->measure = hearth_shift_row_measure;
  widget_class->size_allocate = hearth_shift_row_size_allocate;
  widget_class->snapshot = hearth_shift_row_snapshot;
  gtk_widget_class_set_css_name (widget_class, "shiftrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);

  signals[MENU] = g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
hearth_shift_row_init (HearthShiftRow *self)
{
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
}

/* ---- Public ---- */

GtkAllocation
hearth_shift_columns_get_place (const HearthShiftColumns *columns,
                                guint column,
                                int width,
                                int height,
                                bool mirrored)
{
  int x = columns->names + columns->x[column] - columns->scrolled;

  return (GtkAllocation) { mirrored ? width - x - columns->width[column] : x, 0, columns->width[column],
                           height };
}

HearthShiftRow *
hearth_shift_row_new (const HearthShiftColumns *columns, HearthShiftLine *line)
{
  HearthShiftRow *self = g_object_new (HEARTH_TYPE_SHIFT_ROW, NULL);

  self->columns = columns;
  self->line = g_object_ref (line);
  make_cells (self);
  make_who (self);
  /* Last, so that it lies on top of what is scrolled below it. */
  gtk_widget_set_parent (self->who, GTK_WIDGET (self));
  show_all (self);
  g_signal_connect_object (line, "changed", G_CALLBACK (show_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (hearth_shift_line_get_entry (line), "notify", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

HearthShiftLine *
hearth_shift_row_get_line (HearthShiftRow *self)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_ROW (self), NULL);
  return self->line;
}

HearthShiftCell *
hearth_shift_row_get_cell (HearthShiftRow *self, guint column)
{
  g_return_val_if_fail (HEARTH_IS_SHIFT_ROW (self), NULL);
  g_return_val_if_fail (column < self->cells->len, NULL);
  return g_ptr_array_index (self->cells, column);
}

void
hearth_shift_row_columns_changed (HearthShiftRow *self)
{
  g_return_if_fail (HEARTH_IS_SHIFT_ROW (self));
  for (guint i = 0; i < self->cells->len; i++)
    hearth_shift_cell_set_stacked (g_ptr_array_index (self->cells, i), self->columns->stacked);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
