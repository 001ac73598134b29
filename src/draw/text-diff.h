/* SPDX-License-Identifier: GPL-3.0-or-later
 * What was taken out of a text and what came in, word by word, in scripts with and without spaces.
 */
#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
  HEARTH_TEXT_SAME,
  HEARTH_TEXT_REMOVED,
  HEARTH_TEXT_ADDED,
} HearthTextChange;

typedef struct {
  HearthTextChange change;
  char *text;
} HearthTextPart;

void hearth_text_part_free (HearthTextPart *part);

/**
 * hearth_text_diff:
 *
 * Parts of HearthTextPart in the order they are read in, no two alike beside each other, what was removed before
 * what was added in its place. Same and removed parts together are @before, same and added ones @after. Texts that
 * have hardly anything in common, or whose change is very long, are one removed and one added part between the
 * beginning and the end they share. Bytes that are not UTF-8 count as U+FFFD. Transfer full.
 */
GPtrArray *hearth_text_diff (const char *before, const char *after);

/**
 * hearth_text_diff_shorten:
 * @context: how many characters around a change to keep; 0 or more
 *
 * Puts "…" in place of what stayed the same far from any change, at the bounds of words. Changes @parts; whether
 * something was left out.
 */
bool hearth_text_diff_shorten (GPtrArray *parts, glong context);

G_END_DECLS
