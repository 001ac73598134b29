/* SPDX-License-Identifier: GPL-3.0-or-later
 * Values that are a list: links to several records, marks on a body. Used by value.c only.
 */
#pragma once

#include "core/field.h"
#include "core/problem.h"

G_BEGIN_DECLS

/** Ids with spaces or commas between, each once, as the one written form. */
HearthProblemCode hearth_links_read (const char *text, char **canonical);

/** Clean lines "front 412 233 bruise words about it" as the one written form. */
HearthProblemCode hearth_body_map_read (const HearthField *field, const char *text, char **canonical);
/** "Bruise, front: words about it", a line for each mark. */
char *hearth_body_map_format (const HearthField *field, const char *canonical);

G_END_DECLS
