-- Searching by substring and by likeness: under row-level security the planner may not use a trigram index for operators
-- that could leak, so these two look it up with the owner's rights, inside the organisation of the transaction.
CREATE FUNCTION vendors_like(p_pattern text, p_most int) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM vendors
  WHERE org_id = current_org()
    AND (name || ' ' || coalesce(name_alt, '') || ' ' || coalesce(reg_no, '') || ' ' || ref) ILIKE p_pattern
  LIMIT p_most
$$;
--> statement-breakpoint
CREATE FUNCTION vendors_named_like(p_name text, p_most int) RETURNS TABLE (id uuid, likeness real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT v.id, word_similarity(p_name, v.name || ' ' || coalesce(v.name_alt, ''))
  FROM vendors v
  WHERE v.org_id = current_org()
    AND p_name <% (v.name || ' ' || coalesce(v.name_alt, '') || ' ' || coalesce(v.reg_no, '') || ' ' || v.ref)
  ORDER BY 2 DESC, 1
  LIMIT p_most
$$;
