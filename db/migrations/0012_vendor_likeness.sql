-- Chinese names have no word boundaries: a part of a name shares fewer trigrams with it than a word of a Latin name does.
CREATE OR REPLACE FUNCTION vendors_named_like(p_name text, p_most int) RETURNS TABLE (id uuid, likeness real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET pg_trgm.word_similarity_threshold = 0.45 AS $$
  SELECT v.id, word_similarity(p_name, v.name || ' ' || coalesce(v.name_alt, ''))
  FROM vendors v
  WHERE v.org_id = current_org()
    AND p_name <% (v.name || ' ' || coalesce(v.name_alt, '') || ' ' || coalesce(v.reg_no, '') || ' ' || v.ref)
  ORDER BY 2 DESC, 1
  LIMIT p_most
$$;
