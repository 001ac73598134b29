/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a list that were looked at last.
 */
#define G_LOG_DOMAIN "hearth-store"

#include "store/list-pages.h"

/* What a screen shows and a little around it. */
#define PAGES_KEPT 6

typedef struct {
  guint number;
  GPtrArray *items;
} Page;

static void
page_free (gpointer data)
{
  Page *page = data;

  g_ptr_array_unref (page->items);
  g_free (page);
}

static GList *
find_page (HearthListPages *pages, guint number)
{
  for (GList *l = pages->pages.head; l != NULL; l = l->next)
    if (((Page *) l->data)->number == number)
      return l;
  return NULL;
}

static Page *
load_page (HearthListPages *pages, guint number)
{
  Page *page = g_new (Page, 1);

  *page = (Page) { .number = number, .items = pages->load (pages->list, number) };
  g_queue_push_head (&pages->pages, page);
  if (pages->pages.length > PAGES_KEPT)
    page_free (g_queue_pop_tail (&pages->pages));
  return page;
}

void
hearth_list_pages_init (HearthListPages *pages, guint size, HearthListPageFunc load, gpointer list)
{
  *pages = (HearthListPages) { .size = size, .load = load, .list = list, .pages = G_QUEUE_INIT };
}

gpointer
hearth_list_pages_get (HearthListPages *pages, guint place)
{
  guint number = place / pages->size;
  GList *kept = find_page (pages, number);
  Page *page;

  if (kept != NULL)
    {
      g_queue_unlink (&pages->pages, kept);
      g_queue_push_head_link (&pages->pages, kept);
    }
  page = kept != NULL ? kept->data : load_page (pages, number);
  return g_object_ref (g_ptr_array_index (page->items, place % pages->size));
}

void
hearth_list_pages_drop (HearthListPages *pages, guint place)
{
  for (GList *l = pages->pages.head; l != NULL;)
    {
      GList *next = l->next;

      if (((Page *) l->data)->number >= place / pages->size)
        {
          page_free (l->data);
          g_queue_delete_link (&pages->pages, l);
        }
      l = next;
    }
}
