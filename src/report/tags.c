/* SPDX-License-Identifier: GPL-3.0-or-later
 * What is what on a page, for tagged PDF.
 */
#define G_LOG_DOMAIN "hearth-report"

#include "report/tags.h"

#define ARTIFACT "Artifact"
#define DOCUMENT "Document"
#define FIGURE "Figure"
#define TABLE_HEAD "TH"
#define DEEPEST 4

/* @key: tells two elements of the same tag apart. */
typedef struct {
  const char *tag;
  gint64 key;
} Element;

struct _HearthTags {
  cairo_t *cr;
  const HearthDocument *document;
  Element open[DEEPEST];
  unsigned int depth;
  GPtrArray *alternates; /* of char * */
  GPtrArray *scopes;     /* of static strings */
};

static void
open_element (HearthTags *tags, Element element)
{
  tags->open[tags->depth++] = element;
  cairo_tag_begin (tags->cr, element.tag, NULL);
}

HearthTags *
hearth_tags_new (cairo_t *cr, const HearthDocument *document)
{
  HearthTags *tags = g_new0 (HearthTags, 1);

  tags->cr = cairo_reference (cr);
  tags->document = document;
  tags->alternates = g_ptr_array_new_with_free_func (g_free);
  tags->scopes = g_ptr_array_new ();
  open_element (tags, (Element) { .tag = DOCUMENT });
  return tags;
}

static void
close_down_to (HearthTags *tags, unsigned int depth)
{
  while (tags->depth > depth)
    cairo_tag_end (tags->cr, tags->open[--tags->depth].tag);
}

GPtrArray *
hearth_tags_get_alternates (HearthTags *tags)
{
  return tags->alternates;
}

GPtrArray *
hearth_tags_get_scopes (HearthTags *tags)
{
  return tags->scopes;
}

void
hearth_tags_finish (HearthTags *tags)
{
  close_down_to (tags, 0);
}

void
hearth_tags_free (HearthTags *tags)
{
  g_ptr_array_unref (tags->alternates);
  g_ptr_array_unref (tags->scopes);
  cairo_destroy (tags->cr);
  g_free (tags);
}

void
hearth_tags_begin_artifact (HearthTags *tags)
{
  if (tags)
    cairo_tag_begin (tags->cr, ARTIFACT, NULL);
}

void
hearth_tags_end_artifact (HearthTags *tags)
{
  if (tags)
    cairo_tag_end (tags->cr, ARTIFACT);
}

static void
push (Element *path, unsigned int *depth, const char *tag, gint64 key)
{
  path[*depth] = (Element) { .tag = tag, .key = key };
  (*depth)++;
}

static const char *
get_heading_tag (const HearthBlock *block)
{
  static const char *const tags[] = { "H2", "H3", "H4" };

  return tags[CLAMP (block->level, 1, 3) - 1];
}

/* The elements that @strip stands in, outermost first. */
static unsigned int
find_path (const HearthTags *tags, const HearthStrip *strip, Element *path)
{
  unsigned int depth = 0;
  const HearthBlock *block;
  gint64 row = strip->kind == HEARTH_STRIP_HEAD ? -1 : (gint64) strip->row;

  push (path, &depth, DOCUMENT, 0);
  if (strip->block == HEARTH_BLOCK_MASTHEAD)
    {
      bool title = ((HearthCell *) (gpointer) strip->cells->data)->text->ink == HEARTH_INK_ACCENT;

      push (path, &depth, title ? "H1" : "P", -1 - row);
      return depth;
    }

  block = tags->document->blocks->pdata[strip->block];
  switch (block->kind)
    {
    case HEARTH_BLOCK_HEADING:
      push (path, &depth, get_heading_tag (block), strip->block);
      break;
    case HEARTH_BLOCK_QUOTE:
      push (path, &depth, "BlockQuote", strip->block);
      push (path, &depth, "P", strip->kind);
      break;
    case HEARTH_BLOCK_FACTS:
    case HEARTH_BLOCK_TABLE:
      if (strip->kind == HEARTH_STRIP_TEXT)
        {
          push (path, &depth, "P", strip->block);
          break;
        }
      push (path, &depth, "Table", strip->block);
      push (path, &depth, "TR", row);
      break;
    case HEARTH_BLOCK_CHART:
    case HEARTH_BLOCK_BODY_MAP:
    case HEARTH_BLOCK_COMPARE:
      push (path, &depth, strip->kind == HEARTH_STRIP_CHART ? FIGURE : "P",
            (gint64) strip->block * 4 + (gint64) strip->kind);
      break;
    case HEARTH_BLOCK_CHECKLIST:
      push (path, &depth, "L", strip->block);
      push (path, &depth, "LI", row);
      break;
    case HEARTH_BLOCK_SIGNATURES:
      push (path, &depth, "P", (gint64) strip->block << 32 | row);
      break;
    case HEARTH_BLOCK_PARAGRAPH:
    default:
      push (path, &depth, "P", strip->block);
      break;
    }
  return depth;
}

/* What a picture shows, in words: the sentence below it, and its marks. */
static char *
dup_alternate (const HearthBlock *block)
{
  g_autofree char *marks = block->chart ? hearth_chart_describe_marks (block->chart) : g_strdup ("");
  const char *words = *block->note ? block->note : block->text;

  return *marks ? g_strdup_printf ("%s %s", words, marks) : g_strdup (words);
}

void
hearth_tags_enter (HearthTags *tags, const HearthStrip *strip)
{
  Element path[DEEPEST];
  unsigned int depth, same = 0;

  if (!tags)
    return;
  depth = find_path (tags, strip, path);
  while (same < depth && same < tags->depth && g_str_equal (path[same].tag, tags->open[same].tag) &&
         path[same].key == tags->open[same].key)
    same++;
  close_down_to (tags, same);
  while (tags->depth < depth)
    {
      if (g_str_equal (path[tags->depth].tag, FIGURE))
        {
          g_ptr_array_add (tags->alternates, dup_alternate (tags->document->blocks->pdata[strip->block]));
        }
      open_element (tags, path[tags->depth]);
    }
}

/* NULL where a cell is no element of its own. */
static const char *
get_cell_tag (const HearthTags *tags, const HearthStrip *strip, unsigned int nth)
{
  const HearthBlock *block;

  if (strip->kind != HEARTH_STRIP_HEAD && strip->kind != HEARTH_STRIP_ROW)
    return NULL;
  block = tags->document->blocks->pdata[strip->block];
  if (block->kind == HEARTH_BLOCK_CHECKLIST)
    return "LBody";
  if (block->kind == HEARTH_BLOCK_SIGNATURES)
    return NULL;
  return strip->kind == HEARTH_STRIP_HEAD || (block->kind == HEARTH_BLOCK_FACTS && nth == 0) ? TABLE_HEAD
                                                                                             : "TD";
}

void
hearth_tags_begin_cell (HearthTags *tags, const HearthStrip *strip, unsigned int nth)
{
  const char *tag = tags ? get_cell_tag (tags, strip, nth) : NULL;

  if (!tag)
    return;
  if (g_str_equal (tag, TABLE_HEAD))
    g_ptr_array_add (tags->scopes, (gpointer) (strip->kind == HEARTH_STRIP_HEAD ? "Column" : "Row"));
  cairo_tag_begin (tags->cr, tag, NULL);
}

void
hearth_tags_end_cell (HearthTags *tags, const HearthStrip *strip, unsigned int nth)
{
  const char *tag = tags ? get_cell_tag (tags, strip, nth) : NULL;

  if (tag)
    cairo_tag_end (tags->cr, tag);
}
