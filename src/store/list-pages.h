/* SPDX-License-Identifier: GPL-3.0-or-later
 * The pages of a list that were looked at last: what live lists keep of what they show. Private to the store.
 */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** Reads page @number of @list: its objects in order, never NULL among them. Transfer full. */
typedef GPtrArray *(*HearthListPageFunc) (gpointer list, guint number);

typedef struct {
  guint size; /* objects on a page: page n begins at place n × size */
  HearthListPageFunc load;
  gpointer list; /* borrowed: whose pages they are */
  GQueue pages;  /* of Page, the last used first */
} HearthListPages;

void hearth_list_pages_init (HearthListPages *pages, guint size, HearthListPageFunc load, gpointer list);
/** The object at @place, which there is; its page is read when it is not kept. Transfer full. */
gpointer hearth_list_pages_get (HearthListPages *pages, guint place);
/** Forgets what stands at @place and behind it. */
void hearth_list_pages_drop (HearthListPages *pages, guint place);

G_END_DECLS
