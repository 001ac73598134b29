/* SPDX-License-Identifier: GPL-3.0-or-later
 * How ready everything is for a hearing: eight lamps, each with its words.
 */
#define G_LOG_DOMAIN "hearth-views"

#include "config.h"

#include "views/court-lamps.h"

#include <glib/gi18n-lib.h>

#include "rules/court.h"

#define N_COLUMNS 2

/* The form tells the state where the colour is not seen. */
static const struct {
  const char *icon_name;
  const char *css_class;
} looks[] = {
  [HEARTH_LAMP_NOT_KNOWN] = { "dialog-question-symbolic", "dimmed" },
  [HEARTH_LAMP_NO] = { "window-close-symbolic", "error" },
  [HEARTH_LAMP_PART] = { "content-loading-symbolic", "warning" },
  [HEARTH_LAMP_YES] = { "object-select-symbolic", "success" },
};

static GtkWidget *
make_label (const char *words, const char *const *css_classes)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_css_classes (label, (const char **) css_classes);
  return label;
}

static GtkWidget *
make_lamp (const HearthLamp *lamp)
{
  static const char *const heading[] = { "heading", NULL }, *const caption[] = { "caption", NULL },
                           *const dim[] = { "caption", "dimmed", NULL };
  GtkWidget *cell =
    g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, "spacing", 9, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *icon = gtk_image_new_from_icon_name (looks[lamp->state].icon_name);
  const char *state = hearth_lamp_state_get_label (lamp->state);
  /* Translators: what must be ready for a hearing, whether it is, and why */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s. %s"), lamp->label, state, lamp->why);

  gtk_widget_add_css_class (icon, looks[lamp->state].css_class);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (lamp->label, heading));
  gtk_box_append (GTK_BOX (words), make_label (state, caption));
  if (*lamp->why != '\0')
    gtk_box_append (GTK_BOX (words), make_label (lamp->why, dim));
  gtk_box_append (GTK_BOX (cell), icon);
  gtk_box_append (GTK_BOX (cell), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return cell;
}

/* Lines of equal halves: a grid would ask for the height that the narrowest page needs. */
static void
add_lines (GtkBox *box, GPtrArray *lamps)
{
  GtkWidget *line = NULL;

  for (guint i = 0; i < lamps->len; i++)
    {
      if (i % N_COLUMNS == 0)
        {
          line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
          gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
          gtk_box_append (box, line);
        }
      gtk_box_append (GTK_BOX (line), make_lamp (g_ptr_array_index (lamps, i)));
    }
}

GtkWidget *
hearth_court_lamps_new (HearthStore *store, HearthRecord *hearing)
{
  static const char *const heading[] = { "heading", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lamps = hearth_hearing_get_readiness (store, hearing, &error);
  g_autofree char *words = NULL;
  GtkWidget *card, *box, *bar;

  if (lamps == NULL)
    {
      g_warning ("How ready a hearing is cannot be told: %s", error->message);
      return NULL;
    }
  /* Translators: how many of the lamps for a hearing are on */
  words = g_strdup_printf (_ ("Ready: %u of %u"), hearth_lamps_count_yes (lamps), lamps->len);
  card = adw_bin_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  bar = gtk_level_bar_new_for_interval (0, lamps->len);
  gtk_level_bar_set_mode (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_MODE_DISCRETE);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), hearth_lamps_count_yes (lamps));
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), make_label (words, heading));
  gtk_box_append (GTK_BOX (box), bar);
  add_lines (GTK_BOX (box), lamps);
  adw_bin_set_child (ADW_BIN (card), box);
  return card;
}
