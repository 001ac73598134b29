/* SPDX-License-Identifier: GPL-3.0-or-later
 * A block of a report document: a heading, a paragraph, a table, a chart …, with where it comes from and who may
 * read it.
 */
#pragma once

#include "core/field.h"
#include "draw/compare.h"

G_BEGIN_DECLS

/**
 * HearthBlockKind:
 *
 * Which members of #HearthBlock are used, beside those every block has:
 *
 * - HEADING: @text, @level (1–3)
 * - PARAGRAPH: @text (line feeds begin a new line), @manner
 * - FACTS: @rows of two cells, what and its value; @manner
 * - TABLE: @text (its title, or ""), @columns, @rows
 * - CHART: @text (its title, or ""), @chart, @note (the sentence below that says what it shows)
 * - QUOTE: @text (own words, never edited), @note (when, how asked, in what language)
 * - CHECKLIST: @rows of three cells, "yes", "no" or "" (open), the item, a remark
 * - SIGNATURES: @rows of two cells, in what role, name or ""
 * - BODY_MAP: @text (its title, or ""), @rows of one cell, a mark as hearth_body_map_read_line () reads it, with the number
 *   of its shape instead of a code and no words; @note (what and where each mark is)
 * - COMPARE: @text (its title, or ""), @compare, @note (the sentence below that says what it shows)
 */
typedef enum {
  HEARTH_BLOCK_HEADING,
  HEARTH_BLOCK_PARAGRAPH,
  HEARTH_BLOCK_FACTS,
  HEARTH_BLOCK_TABLE,
  HEARTH_BLOCK_CHART,
  HEARTH_BLOCK_QUOTE,
  HEARTH_BLOCK_CHECKLIST,
  HEARTH_BLOCK_SIGNATURES,
  HEARTH_BLOCK_BODY_MAP,
  HEARTH_BLOCK_COMPARE,
} HearthBlockKind;

typedef enum {
  HEARTH_MANNER_PLAIN,
  HEARTH_MANNER_QUIET, /* "Nothing to report", remarks */
  HEARTH_MANNER_LOUD,  /* of facts: what is to be read first, and from further away */
} HearthManner;

/** Where a block's content comes from. @record: id; @author: account id; @date: ISO date. */
typedef struct {
  char *record;
  char *author;
  char *date;
} HearthSource;

/** @numeric: figures, set at the end of the column. */
typedef struct {
  char *label;
  bool numeric;
} HearthColumn;

typedef struct {
  HearthBlockKind kind;
  HearthTier tier;           /* the highest of what it tells */
  HearthPrintable printable; /* the reports it may stand in */
  GPtrArray *sources;        /* of HearthSource */

  unsigned int level;
  HearthManner manner;
  bool opinion; /* somebody's judgment, said to be one */
  char *text;
  char *note;
  GPtrArray *columns; /* of HearthColumn */
  GPtrArray *rows;    /* of GStrv */
  HearthChart *chart;
  HearthCompare *compare;
} HearthBlock;

/** A block that anybody may read, for any report; set @tier and @printable otherwise. */
HearthBlock *hearth_block_new (HearthBlockKind kind);
HearthBlock *hearth_block_copy (const HearthBlock *block);
void hearth_block_free (HearthBlock *block);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthBlock, hearth_block_free)

void hearth_block_add_source (HearthBlock *block, const char *record, const char *author, const char *date);
void hearth_block_add_column (HearthBlock *block, const char *label, bool numeric);
/** Adds a row of the cells given, up to NULL. */
void hearth_block_add_row (HearthBlock *block, const char *first, ...) G_GNUC_NULL_TERMINATED;
/** Adds @cells. */
void hearth_block_take_row (HearthBlock *block, GStrv cells);

/** Is handed every text a reader could see; may free it and put another in its place. */
typedef void (*HearthTextFunc) (char **text, gpointer user_data);
void hearth_block_foreach_text (HearthBlock *block, HearthTextFunc func, gpointer user_data);

/** The stable name of @kind in JSON. */
const char *hearth_block_kind_to_name (HearthBlockKind kind);

G_END_DECLS
