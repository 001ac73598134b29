/* SPDX-License-Identifier: GPL-3.0-or-later
 * The two locks, and what each promises: one with a key for what cryptography enforces, a plain one for what the program
 * enforces.
 */
#define G_LOG_DOMAIN "hearth-widgets"

#include "config.h"

#include "widgets/lock-mark.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const char *icon_name;
  const char *promise; /* N_() */
} Lock;

static const Lock sealed = {
  .icon_name = HEARTH_ICON_SEALED,
  .promise =
    N_ ("A lock with a key: the words are sealed. Without the key nobody reads them, with whatever program. "
        "The recovery sheet of the house has every key."),
};

static const Lock plain = {
  .icon_name = HEARTH_ICON_LOCKED,
  .promise =
    N_ ("A plain lock: this program keeps to it. Somebody who may open the house and has other tools could "
        "get round it."),
};

typedef struct {
  const Lock *lock;
  char *words;
} Explained;

static void
explained_free (gpointer data)
{
  g_free (((Explained *) data)->words);
  g_free (data);
}

static GtkWidget *
make_words (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* Made when somebody asks: a form may have many locks. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  const Explained *explained = user_data;
  GtkWidget *popover, *box;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_box_append (GTK_BOX (box), make_words (explained->words, "heading"));
  gtk_box_append (GTK_BOX (box), make_words (_ (explained->lock->promise), NULL));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static GtkWidget *
make_content (const char *icon_name, const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (label);

  gtk_widget_add_css_class (words, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

static GtkWidget *
make_mark (const Lock *lock, const char *words, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();
  Explained *explained = g_new0 (Explained, 1);

  explained->lock = lock;
  explained->words = g_strdup (words);
  if (label != NULL)
    gtk_menu_button_set_child (GTK_MENU_BUTTON (button), make_content (lock->icon_name, label));
  else
    gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), lock->icon_name);
  gtk_menu_button_set_can_shrink (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_popup_cb, explained,
                                         explained_free);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "lock-mark");
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

GtkWidget *
hearth_lock_mark_new_sealed (const HearthCompartment *compartment, bool named)
{
  g_return_val_if_fail (compartment != NULL, NULL);

  return make_mark (&sealed, _ (compartment->holders), named ? _ (compartment->who) : NULL);
}

GtkWidget *
hearth_lock_mark_new_plain (const char *words, const char *label)
{
  g_return_val_if_fail (words != NULL, NULL);

  return make_mark (&plain, words, label);
}
