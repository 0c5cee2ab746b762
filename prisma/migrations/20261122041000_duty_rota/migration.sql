-- Duty is reckoned where what it is reckoned from may be changed: by an officer for themselves, by a supervisor, and by the job that
-- extends it. docs/decisions/0025-duty-is-reckoned-from-its-sources.md
DROP POLICY staff_keeps ON "duty_shift";
CREATE POLICY staff_sees ON "duty_shift" FOR SELECT TO alongside_staff USING (true);
CREATE POLICY staff_reckons ON "duty_shift" FOR INSERT TO alongside_staff WITH CHECK (
  (SELECT desk_actor_id()) IS NULL OR (SELECT desk_role()) = 'supervisor' OR officer_id = (SELECT desk_officer_id())
);
CREATE POLICY staff_replaces ON "duty_shift" FOR DELETE TO alongside_staff USING (
  (SELECT desk_actor_id()) IS NULL OR (SELECT desk_role()) = 'supervisor' OR officer_id = (SELECT desk_officer_id())
);
