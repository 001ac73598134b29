/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report document: what a report says, before it is laid out on pages. It can be frozen as JSON.
 */
#pragma once

#include "report/block.h"

G_BEGIN_DECLS

typedef enum {
  HEARTH_PAPER_A4,
  HEARTH_PAPER_LETTER,
} HearthPaper;

/** How much stands on a page. */
typedef enum {
  HEARTH_FIT_PAGES,    /* usual type, as many pages as it takes */
  HEARTH_FIT_ONE_PAGE, /* narrow margins; as small as can still be read well where that makes it one page */
  HEARTH_FIT_LARGE,    /* as large as one page allows, to be read at arm's length */
} HearthFit;

/**
 * HearthDocument:
 * @kind: name of the report kind, "progress"
 * @title: what kind of paper it is; names nobody
 * @subtitle: whom and what time it is about
 * @language: BCP 47 tag of the words on it; decides fonts and direction
 * @organisation, @house: who writes; @house is a code, never an address
 * @period_from, @period_to, @date: ISO dates; @date is the day it was written
 * @purpose, @recipient: what it is for and who gets it, "" where not said
 * @classification: one line on every page, "Confidential …"
 * @watermark: across every page, "DRAFT", "DEMO · DRAFT"; "" for none
 * @anchor: head of the audit chain when it was made, as hearth_store_dup_anchor () gives it
 * @cautions: (nullable) (element-type utf8): what the author should know before it leaves the house; stands on no paper and in
 *   no frozen copy
 * @blocks: (element-type HearthBlock): in order
 *
 * Every text is "" where unknown, never NULL. Counted references; not to be changed once it is handed on.
 */
typedef struct {
  gatomicrefcount references;

  HearthPaper paper;
  HearthFit fit;
  char *kind;
  char *title;
  char *subtitle;
  char *language;
  char *organisation;
  char *house;
  char *period_from;
  char *period_to;
  char *date;
  char *purpose;
  char *recipient;
  char *classification;
  char *watermark;
  char *anchor;
  GPtrArray *cautions;
  GPtrArray *blocks;
} HearthDocument;

#define HEARTH_TYPE_DOCUMENT (hearth_document_get_type ())
GType hearth_document_get_type (void);

HearthDocument *hearth_document_new (const char *kind, const char *language, HearthPaper paper);
HearthDocument *hearth_document_ref (HearthDocument *document);
void hearth_document_unref (HearthDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HearthDocument, hearth_document_unref)
/** A copy of all but the blocks. Transfer full. */
HearthDocument *hearth_document_copy_head (const HearthDocument *document);

/** Tells the author @sentence. */
void hearth_document_add_caution (HearthDocument *document, const char *sentence);
/** Adds @block and returns it, borrowed, so that rows and sources can follow. */
HearthBlock *hearth_document_add (HearthDocument *document, HearthBlock *block);
HearthBlock *hearth_document_add_heading (HearthDocument *document, unsigned int level, const char *text);
HearthBlock *hearth_document_add_paragraph (HearthDocument *document, const char *text);
/** "Nothing to report" and other quiet remarks. */
HearthBlock *hearth_document_add_remark (HearthDocument *document, const char *text);

/** Every text of the head that can name a person, then those of all blocks. */
void hearth_document_foreach_text (HearthDocument *document, HearthTextFunc func, gpointer user_data);

/** Names and places of the head's texts, for whoever goes through all of them; ends with a NULL name. @personal: it can
 * name a person. */
typedef struct {
  const char *name;
  gsize offset;
  bool personal;
} HearthDocumentText;
extern const HearthDocumentText hearth_document_texts[];
char **hearth_document_get_text (HearthDocument *document, const HearthDocumentText *text);

G_END_DECLS
