/* SPDX-License-Identifier: GPL-3.0-or-later
 * What everybody must know about a resident at a glance, as a row of chips.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/alert-chips.h"

#include "widgets/words.h"

#include <glib/gi18n-lib.h>

struct _HearthAlertChips {
  GtkWidget parent_instance;

  /* borrowed */
  GtkWidget *box;
  GPtrArray *chips; /* of Chip, in the order of the model; owned */

  /* owned */
  GListModel *model;
};

typedef struct {
  HearthAlertChips *chips;
  HearthRecord *record;
  GtkWidget *button;
  GtkWidget *image;
  GtkLabel *label;
} Chip;

enum { PROP_0, PROP_MODEL, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint activate_record_signal;

G_DEFINE_FINAL_TYPE (HearthAlertChips, hearth_alert_chips, GTK_TYPE_WIDGET)

/* How high it is is said in words too, as colour alone does not tell. */
static void
show_chip (Chip *chip)
{
  g_autofree char *title = hearth_record_dup_title (chip->record);
  g_autofree char *description = hearth_words_alert (chip->record);
  bool high = hearth_alert_is_high (chip->record);

  gtk_label_set_label (chip->label, title);
  gtk_widget_set_visible (chip->image, high);
  gtk_widget_set_tooltip_text (chip->button, description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  if (high)
    gtk_widget_add_css_class (chip->button, "warning");
  else
    gtk_widget_remove_css_class (chip->button, "warning");
}

static void
record_notify_cb (Chip *chip)
{
  show_chip (chip);
}

static void
clicked_cb (Chip *chip)
{
  g_signal_emit (chip->chips, activate_record_signal, 0, chip->record);
}

static void
chip_free (gpointer data)
{
  Chip *chip = data;

  g_signal_handlers_disconnect_by_func (chip->record, record_notify_cb, chip);
  g_signal_handlers_disconnect_by_func (chip->button, clicked_cb, chip);
  adw_wrap_box_remove (ADW_WRAP_BOX (chip->chips->box), chip->button);
  g_object_unref (chip->record);
  g_free (chip);
}

static Chip *
chip_new (HearthAlertChips *self, HearthRecord *record)
{
  Chip *chip = g_new0 (Chip, 1);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  chip->chips = self;
  chip->record = g_object_ref (record);
  chip->image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  chip->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (chip->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), chip->image);
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (chip->label));
  chip->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (chip->button), content);
  gtk_widget_add_css_class (chip->button, "chip");
  g_signal_connect_swapped (record, "notify", G_CALLBACK (record_notify_cb), chip);
  g_signal_connect_swapped (chip->button, "clicked", G_CALLBACK (clicked_cb), chip);
  show_chip (chip);
  return chip;
}

static void
items_changed_cb (HearthAlertChips *self, guint position, guint removed, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->chips, position, removed);
  for (guint i = 0; i < added; i++)
    {
      g_autoptr (HearthRecord) record = g_list_model_get_item (self->model, position + i);
      Chip *chip = chip_new (self, record);
      Chip *before = position + i > 0 ? g_ptr_array_index (self->chips, position + i - 1) : NULL;

      adw_wrap_box_insert_child_after (ADW_WRAP_BOX (self->box), chip->button,
                                       before != NULL ? before->button : NULL);
      g_ptr_array_insert (self->chips, (int) (position + i), chip);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->chips->len > 0);
}

static void
hearth_alert_chips_dispose (GObject *object)
{
  HearthAlertChips *self = HEARTH_ALERT_CHIPS (object);

  hearth_alert_chips_set_model (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hearth_alert_chips_parent_class)->dispose (object);
}

static void
hearth_alert_chips_finalize (GObject *object)
{
  g_ptr_array_unref (HEARTH_ALERT_CHIPS (object)->chips);
  G_OBJECT_CLASS (hearth_alert_chips_parent_class)->finalize (object);
}

static void
hearth_alert_chips_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODEL)
    g_value_set_object (value, HEARTH_ALERT_CHIPS (object)->model);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_alert_chips_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MODEL)
    hearth_alert_chips_set_model (HEARTH_ALERT_CHIPS (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
hearth_alert_chips_class_init (HearthAlertChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = hearth_alert_chips_dispose;
  object_class->finalize = hearth_alert_chips_finalize;
  object_class->get_property = hearth_alert_chips_get_property;
  object_class->set_property = hearth_alert_chips_set_property;

  properties[PROP_MODEL] =
    g_param_spec_object ("model", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  activate_record_signal = g_signal_new ("activate-record", HEARTH_TYPE_ALERT_CHIPS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, HEARTH_TYPE_RECORD);

  gtk_widget_class_set_css_name (widget_class, "alertchips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
hearth_alert_chips_init (HearthAlertChips *self)
{
  self->chips = g_ptr_array_new_with_free_func (chip_free);
  self->box = adw_wrap_box_new ();
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (self->box), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (self->box), 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

HearthAlertChips *
hearth_alert_chips_new (void)
{
  return g_object_new (HEARTH_TYPE_ALERT_CHIPS, NULL);
}

void
hearth_alert_chips_set_model (HearthAlertChips *self, GListModel *model)
{
  g_return_if_fail (HEARTH_IS_ALERT_CHIPS (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  if (self->model == model)
    return;
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  items_changed_cb (self, 0, self->chips->len, 0);
  g_set_object (&self->model, model);
  if (model != NULL)
    {
      g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      items_changed_cb (self, 0, 0, g_list_model_get_n_items (model));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
}
