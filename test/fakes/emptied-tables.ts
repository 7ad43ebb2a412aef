// Empties a PostgreSQL archive between tests: to migrate another for each of them would take most of a suite's time.

/** Run once, after the migrations: keeps what they put into the tables. */
export const keepSeeds = `do $$ declare one text; begin
  create schema seeds;
  for one in select tablename from pg_tables where schemaname = current_schema() and tablename not like 'kysely%' loop
    execute format('create table seeds.%I as select * from %I', one, one);
  end loop;
end $$`;

/** Run after each test: everything is as after the migrations. */
export const restoreSeeds = `do $$ declare one text; written boolean; begin
  for one in select tablename from pg_tables where schemaname = 'seeds' loop
    execute format('select exists (select from %I)', one) into written;
    if written then execute format('truncate %I restart identity cascade', one); end if;
  end loop;
  for one in select tablename from pg_tables where schemaname = 'seeds' loop
    execute format('insert into %I select * from seeds.%I', one, one);
  end loop;
end $$`;
