/* SPDX-License-Identifier: GPL-3.0-or-later
 * An icon that a thread lets go of last stays whole until the main thread is there, and ends in it.
 */
#include "widgets/widget-test.h"

/* Larger than those of which GTK keeps the last hundred, so that the reference is ours alone. */
#define SIZE 256

static GtkIconPaintable *
look_up (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  return gtk_icon_theme_lookup_icon (theme, "document-edit-symbolic", NULL, SIZE, 1, GTK_TEXT_DIR_LTR, 0);
}

static gpointer
let_go_thread (gpointer icon)
{
  g_object_unref (icon);
  return NULL;
}

static void
gone_cb (gpointer thread, GObject *icon)
{
  *(GThread **) thread = g_thread_self ();
}

static void
test_ends_in_main_thread (void)
{
  GtkIconPaintable *icon = look_up ();
  GThread *gone_in = NULL;

  g_object_weak_ref (G_OBJECT (icon), gone_cb, &gone_in);
  g_thread_join (g_thread_new ("icons", let_go_thread, icon));
  g_assert_null (gone_in);
  hearth_test_wait_until (gone_in != NULL);
  g_assert_true (gone_in == g_thread_self ());
}

static void
test_found_meanwhile (void)
{
  GtkIconPaintable *icon = look_up (), *again;
  GThread *gone_in = NULL;

  g_object_weak_ref (G_OBJECT (icon), gone_cb, &gone_in);
  g_thread_join (g_thread_new ("icons", let_go_thread, icon));
  again = look_up ();
  g_assert_true (again == icon);
  g_assert_null (gone_in);
  /* Looked up again it is kept. */
  hearth_test_settle ();
  g_assert_null (gone_in);
  g_object_unref (again);
  g_assert_true (gone_in == g_thread_self ());
}

int
main (int argc, char **argv)
{
  widget_test_init (&argc, &argv);
  g_test_add_func ("/widgets/icon-threads/ends-in-main-thread", test_ends_in_main_thread);
  g_test_add_func ("/widgets/icon-threads/found-meanwhile", test_found_meanwhile);
  return g_test_run ();
}
