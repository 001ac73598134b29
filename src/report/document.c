/* SPDX-License-Identifier: GPL-3.0-or-later
 * A report document: what a report says, before it is laid out on pages.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/document.h"

#define TEXT(member, is_personal) \
  { .name = #member, .offset = G_STRUCT_OFFSET (HearthDocument, member), .personal = is_personal }

const HearthDocumentText hearth_document_texts[] = {
  TEXT (kind, false),         TEXT (title, false),  TEXT (subtitle, true),     TEXT (language, false),
  TEXT (organisation, false), TEXT (house, false),  TEXT (period_from, false), TEXT (period_to, false),
  TEXT (date, false),         TEXT (purpose, true), TEXT (recipient, true),    TEXT (classification, false),
  TEXT (watermark, false),    TEXT (anchor, false), { .name = NULL },
};

G_DEFINE_BOXED_TYPE (HearthDocument, hearth_document, hearth_document_ref, hearth_document_unref)

char **
hearth_document_get_text (HearthDocument *document, const HearthDocumentText *text)
{
  return (char **) G_STRUCT_MEMBER_P (document, text->offset);
}

HearthDocument *
hearth_document_new (const char *kind, const char *language, HearthPaper paper)
{
  HearthDocument *document = g_new0 (HearthDocument, 1);

  g_atomic_ref_count_init (&document->references);
  for (const HearthDocumentText *text = hearth_document_texts; text->name; text++)
    *hearth_document_get_text (document, text) = g_strdup ("");
  g_set_str (&document->kind, kind);
  g_set_str (&document->language, language ? language : "");
  document->paper = paper;
  document->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) hearth_block_free);
  return document;
}

HearthDocument *
hearth_document_ref (HearthDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  g_atomic_ref_count_inc (&document->references);
  return document;
}

void
hearth_document_unref (HearthDocument *document)
{
  g_return_if_fail (document != NULL);

  if (!g_atomic_ref_count_dec (&document->references))
    return;
  for (const HearthDocumentText *text = hearth_document_texts; text->name; text++)
    g_free (*hearth_document_get_text (document, text));
  g_clear_pointer (&document->cautions, g_ptr_array_unref);
  g_ptr_array_unref (document->blocks);
  g_free (document);
}

HearthDocument *
hearth_document_copy_head (const HearthDocument *document)
{
  HearthDocument *copy;

  g_return_val_if_fail (document != NULL, NULL);

  copy = hearth_document_new (document->kind, document->language, document->paper);
  copy->fit = document->fit;
  for (const HearthDocumentText *text = hearth_document_texts; text->name; text++)
    g_set_str (hearth_document_get_text (copy, text),
               *hearth_document_get_text ((HearthDocument *) document, text));
  for (unsigned int i = 0; document->cautions && i < document->cautions->len; i++)
    hearth_document_add_caution (copy, document->cautions->pdata[i]);
  return copy;
}

void
hearth_document_add_caution (HearthDocument *document, const char *sentence)
{
  g_return_if_fail (document != NULL && sentence != NULL);

  if (!document->cautions)
    document->cautions = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (document->cautions, g_strdup (sentence));
}

HearthBlock *
hearth_document_add (HearthDocument *document, HearthBlock *block)
{
  g_return_val_if_fail (document != NULL && block != NULL, NULL);

  g_ptr_array_add (document->blocks, block);
  return block;
}

HearthBlock *
hearth_document_add_heading (HearthDocument *document, unsigned int level, const char *text)
{
  HearthBlock *block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_HEADING));

  block->level = level;
  g_set_str (&block->text, text);
  return block;
}

HearthBlock *
hearth_document_add_paragraph (HearthDocument *document, const char *text)
{
  HearthBlock *block = hearth_document_add (document, hearth_block_new (HEARTH_BLOCK_PARAGRAPH));

  g_set_str (&block->text, text);
  return block;
}

HearthBlock *
hearth_document_add_remark (HearthDocument *document, const char *text)
{
  HearthBlock *block = hearth_document_add_paragraph (document, text);

  block->manner = HEARTH_MANNER_QUIET;
  return block;
}

void
hearth_document_foreach_text (HearthDocument *document, HearthTextFunc func, gpointer user_data)
{
  g_return_if_fail (document != NULL && func != NULL);

  for (const HearthDocumentText *text = hearth_document_texts; text->name; text++)
    {
      if (text->personal)
        func (hearth_document_get_text (document, text), user_data);
    }
  for (unsigned int i = 0; i < document->blocks->len; i++)
    hearth_block_foreach_text (document->blocks->pdata[i], func, user_data);
}
