-- Row-level security, grants, the trail's only door and search. Every function pins its search path.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gin;
--> statement-breakpoint
-- The organisation of this transaction; '' after another transaction's SET LOCAL has ended.
CREATE FUNCTION current_org() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.org_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION current_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint
-- Run after every migration: each table with org_id is walled, the app role gets rows and nothing else.
CREATE FUNCTION protect_tables() RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE t record; using_clause text;
BEGIN
  FOR t IN
    SELECT c.relname, c.relkind, c.relispartition FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped)
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.relname);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.relname);
    EXECUTE format('DROP POLICY IF EXISTS own_organisation ON %I', t.relname);
    EXECUTE format(
      'CREATE POLICY own_organisation ON %I USING (org_id = current_org()) WITH CHECK (org_id = current_org())', t.relname);
  END LOOP;
  -- A person may see which organisations they belong to before choosing one.
  DROP POLICY IF EXISTS own_memberships ON memberships;
  CREATE POLICY own_memberships ON memberships FOR SELECT USING (user_id = current_person());

  GRANT USAGE ON SCHEMA public TO custodia_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO custodia_app;
  FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
    AND (relname IN ('trail', 'trail_heads') OR relname LIKE 'trail\_y%' OR relname = 'trail_rest')
  LOOP
    EXECUTE format('REVOKE INSERT, UPDATE, DELETE ON %I FROM custodia_app', t.relname);
  END LOOP;
  REVOKE UPDATE, DELETE ON trail_checkpoints FROM custodia_app;
  REVOKE DELETE ON organisations FROM custodia_app;
END $$;
--> statement-breakpoint
CREATE TABLE trail_rest PARTITION OF trail DEFAULT;
--> statement-breakpoint
-- Yearly partitions from three years back to two ahead; what lies outside stays in trail_rest.
CREATE FUNCTION ensure_trail_partitions(p_year int) RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
DECLARE y int;
BEGIN
  FOR y IN p_year - 3 .. p_year + 2 LOOP
    IF to_regclass(format('trail_y%s', y)) IS NULL THEN
      EXECUTE format('CREATE TABLE trail_y%s PARTITION OF trail FOR VALUES FROM (%L) TO (%L)',
        y, format('%s-01-01 00:00:00+00', y), format('%s-01-01 00:00:00+00', y + 1));
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- The only way to write the trail: takes the chain's head last, hashes the exact bytes, leaves the entry unread for the notifier.
CREATE FUNCTION trail_append(p_bodies text[]) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE v_org uuid := current_org(); v_seq bigint; v_hash bytea; v_body text; v_entry jsonb;
BEGIN
  IF v_org IS NULL THEN RAISE EXCEPTION 'no organisation is set'; END IF;
  INSERT INTO trail_heads (org_id, seq, hash) VALUES (v_org, 0, ''::bytea) ON CONFLICT DO NOTHING;
  SELECT seq, hash INTO v_seq, v_hash FROM trail_heads WHERE org_id = v_org FOR UPDATE;
  FOREACH v_body IN ARRAY p_bodies LOOP
    v_seq := v_seq + 1;
    v_entry := v_body::jsonb;
    v_hash := sha256(v_hash || convert_to(v_seq::text || E'\n' || v_body, 'UTF8'));
    INSERT INTO trail (org_id, at, seq, action, subject_type, subject_id, vendor_id, actor_kind, actor_id, actor_name, body, hash)
    VALUES (v_org, (v_entry->>'at')::timestamptz, v_seq, v_entry->>'action', v_entry->>'subjectType', v_entry->>'subjectId',
      (v_entry->>'vendorId')::uuid, v_entry#>>'{actor,kind}', v_entry#>>'{actor,id}', v_entry#>>'{actor,name}', v_body, v_hash);
    INSERT INTO trail_unread (org_id, seq, at) VALUES (v_org, v_seq, (v_entry->>'at')::timestamptz);
  END LOOP;
  UPDATE trail_heads SET seq = v_seq, hash = v_hash WHERE org_id = v_org;
  PERFORM pg_notify('trail', v_org::text);
  RETURN v_seq;
END $$;
--> statement-breakpoint
-- Next reference number of a kind, per organisation.
CREATE FUNCTION next_reference(p_kind text) RETURNS int LANGUAGE sql SET search_path = public AS $$
  INSERT INTO reference_counters (org_id, kind, last) VALUES (current_org(), p_kind, 1)
  ON CONFLICT (org_id, kind) DO UPDATE SET last = reference_counters.last + 1
  RETURNING last
$$;
--> statement-breakpoint
-- Removes a demo organisation whole, its trail included; refuses any other.
CREATE FUNCTION erase_demo_organisation() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE v_org uuid := current_org(); t record;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM organisations WHERE id = v_org AND is_demo) THEN
    RAISE EXCEPTION 'only a demo organisation can be erased';
  END IF;
  FOR t IN
    SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'org_id' AND NOT a.attisdropped)
    ORDER BY CASE c.relname
      WHEN 'answer_evidence' THEN 0 WHEN 'decisions' THEN 1 WHEN 'assessments' THEN 2 WHEN 'audit_cycles' THEN 3
      WHEN 'agreements' THEN 4 WHEN 'engagements' THEN 5 WHEN 'evidence' THEN 6 WHEN 'files' THEN 7 WHEN 'vendors' THEN 8
      WHEN 'memberships' THEN 9 ELSE 5 END, c.relname
  LOOP
    EXECUTE format('DELETE FROM %I WHERE org_id = $1', t.relname) USING v_org;
  END LOOP;
  DELETE FROM users u WHERE u.email LIKE '%.example' AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.user_id = u.id);
  DELETE FROM organisations WHERE id = v_org;
END $$;
--> statement-breakpoint
CREATE INDEX vendors_search ON vendors USING gin (org_id, (name || ' ' || coalesce(name_alt, '') || ' ' || coalesce(reg_no, '') || ' ' || ref) gin_trgm_ops);
--> statement-breakpoint
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
-- Chinese names have no word boundaries: a part of a name shares fewer trigrams with it than a word of a Latin name does.
CREATE FUNCTION vendors_named_like(p_name text, p_most int) RETURNS TABLE (id uuid, likeness real)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET pg_trgm.word_similarity_threshold = 0.45 AS $$
  SELECT v.id, word_similarity(p_name, v.name || ' ' || coalesce(v.name_alt, ''))
  FROM vendors v
  WHERE v.org_id = current_org()
    AND p_name <% (v.name || ' ' || coalesce(v.name_alt, '') || ' ' || coalesce(v.reg_no, '') || ' ' || v.ref)
  ORDER BY 2 DESC, 1
  LIMIT p_most
$$;
