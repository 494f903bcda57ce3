namespace Workshop.Storage.Sqlite;

/// <summary>Every statement in SQLite's dialect; another dialect has the same names in the same order.</summary>
static class Statements
{
    /// <summary>Fails when another node was first or the command is already in; the room then reads the tail and does not ask which.</summary>
    public const string Append = """
        INSERT INTO log (workshop, seq, v, command, actor, at, body_hash, events, hash)
        VALUES (@Workshop, @Seq, @V, @Command, @Actor, @At, @BodyHash, @Events, @Hash)
        """;

    public const string CommitsAfter = """
        SELECT seq, v, command, actor, at, body_hash, events, hash
        FROM log
        WHERE workshop = @Workshop AND seq > @Seq
        ORDER BY seq
        """;

    /// <summary>One step into the index per workshop: MAX(seq) with GROUP BY would walk the whole log.</summary>
    public const string Heads = """
        SELECT workshop, seq
        FROM (SELECT value AS workshop, (SELECT seq FROM log WHERE workshop = value ORDER BY seq DESC LIMIT 1) AS seq FROM json_each(@Workshops))
        WHERE seq IS NOT NULL
        """;

    public const string PutPerson = """
        INSERT INTO person (workshop, person, version, seq, salt, data)
        VALUES (@Workshop, @Person, @Version, @Seq, @Salt, @Data)
        ON CONFLICT (workshop, person, version) DO UPDATE SET seq = excluded.seq, salt = excluded.salt, data = excluded.data
        """;

    public const string PeopleAfter = """
        SELECT person, version, salt, data
        FROM person
        WHERE workshop = @Workshop AND seq > @Seq
        ORDER BY seq, person, version
        """;

    public const string OpenBox = "INSERT INTO box (box, open) VALUES (@Box, 1)";
    public const string AddToRoll = "INSERT INTO roll (box, person, voted) VALUES (@Box, @Person, 0)";
    public const string IsBoxOpen = "SELECT open FROM box WHERE box = @Box";
    public const string HasVoted = "SELECT voted FROM roll WHERE box = @Box AND person = @Person";
    public const string MarkVoted = "UPDATE roll SET voted = 1 WHERE box = @Box AND person = @Person";
    public const string EditHashOf = "SELECT edit_hash FROM item WHERE box = @Box AND id = @Id";
    public const string PutItem = "INSERT INTO item (id, box, payload, edit_hash) VALUES (@Id, @Box, @Payload, @EditHash)";
    public const string ReplaceItem = "UPDATE item SET payload = @Payload, edit_hash = @EditHash WHERE box = @Box AND id = @Id";
    public const string CloseBox = "UPDATE box SET open = 0 WHERE box = @Box AND open = 1";
    public const string ItemsOf = "SELECT id, payload, edit_hash FROM item WHERE box = @Box ORDER BY id";
    public const string ItemsOfOthers = "SELECT id AS Id, box AS Box, payload AS Payload, edit_hash AS EditHash FROM item WHERE box <> @Box ORDER BY box, id";

    /// <summary>Without a condition: SQLite then clears whole pages.</summary>
    public const string DeleteAllItems = "DELETE FROM item";
    public const string CountItems = "SELECT COUNT(*) FROM item WHERE box = @Box";

    public const string DeleteOutcomes = """
        DELETE FROM outcome_priority WHERE workshop = @Workshop;
        DELETE FROM outcome_objective WHERE workshop = @Workshop;
        DELETE FROM outcome_action WHERE workshop = @Workshop;
        """;

    public const string PutPriority = """
        INSERT INTO outcome_priority (workshop, rank, item, name, language, dots, voters, objective)
        VALUES (@Workshop, @Rank, @Item, @Name, @Language, @Dots, @Voters, @Objective)
        """;

    public const string PutObjective = """
        INSERT INTO outcome_objective (workshop, line, number, text, language, priority_rank)
        VALUES (@Workshop, @Line, @Number, @Text, @Language, @PriorityRank)
        """;

    public const string PutAction = """
        INSERT INTO outcome_action (workshop, line, objective, number, text, language)
        VALUES (@Workshop, @Line, @Objective, @Number, @Text, @Language)
        """;

    public const string CreateAccount = """
        INSERT INTO account (id, login, normalized_login, display_name, language, password_hash, security_stamp, version, created_at)
        VALUES (@Id, @Login, @NormalizedLogin, @DisplayName, @Language, @PasswordHash, @SecurityStamp, @Version, @CreatedAt)
        """;

    public const string UpdateAccount = """
        UPDATE account
        SET login = @Login, normalized_login = @NormalizedLogin, display_name = @DisplayName, language = @Language,
            password_hash = @PasswordHash, security_stamp = @SecurityStamp, version = version + 1
        WHERE id = @Id AND version = @Version
        """;

    const string Account = """
        SELECT id, login, normalized_login, display_name, language, password_hash, security_stamp, failures, delayed_until, version, created_at
        FROM account

        """;

    public const string AccountById = Account + "WHERE id = @Id";
    public const string AccountByLogin = Account + "WHERE normalized_login = @NormalizedLogin";
    public const string AnyAccount = "SELECT EXISTS (SELECT 1 FROM account)";
    public const string AddFailure = "UPDATE account SET failures = failures + 1 WHERE id = @Id RETURNING failures";
    public const string DelayAccount = "UPDATE account SET delayed_until = @Until WHERE id = @Id";
    public const string ClearFailures = "UPDATE account SET failures = 0, delayed_until = NULL WHERE id = @Id AND (failures > 0 OR delayed_until IS NOT NULL)";
    public const string SecurityStamps = "SELECT id, security_stamp FROM account WHERE id IN (SELECT value FROM json_each(@Ids))";

    public const string CreateSetupLink = """
        INSERT INTO setup_link (token_hash, created_at)
        SELECT @TokenHash, @CreatedAt WHERE NOT EXISTS (SELECT 1 FROM account)
        """;

    public const string IsSetupLink = "SELECT EXISTS (SELECT 1 FROM setup_link WHERE token_hash = @TokenHash)";
    public const string DeleteSetupLinks = "DELETE FROM setup_link";

    public const string PutMembership = "INSERT INTO membership (account, workshop, person) VALUES (@Account, @Workshop, @Person)";
    public const string MembershipIn = "SELECT person FROM membership WHERE account = @Account AND workshop = @Workshop";
    public const string MembershipsOf = "SELECT workshop, person FROM membership WHERE account = @Account ORDER BY workshop DESC";

    public const string PutDoor = "INSERT INTO door (workshop, code) VALUES (@Workshop, @Code)";
    public const string DoorByCode = "SELECT workshop FROM door WHERE code = @Code";
    public const string CodeOf = "SELECT code FROM door WHERE workshop = @Workshop";

    public const string PutParticipantSession = """
        INSERT INTO participant_session (token_hash, workshop, person, join_key_hash, created_at)
        VALUES (@TokenHash, @Workshop, @Person, @JoinKeyHash, @CreatedAt)
        """;

    public const string ParticipantSessionByToken = """
        SELECT token_hash, workshop, person, join_key_hash, created_at
        FROM participant_session
        WHERE token_hash = @TokenHash
        """;

    public const string ParticipantSessionsOf = """
        SELECT token_hash, workshop, person, join_key_hash, created_at
        FROM participant_session
        WHERE workshop = @Workshop AND person = @Person
        ORDER BY created_at
        """;

    public const string DeleteParticipantSession = "DELETE FROM participant_session WHERE token_hash = @TokenHash";

    public const string ClearPresence = "DELETE FROM presence WHERE node = @Node OR at < @Stale";
    public const string PutPresence = "INSERT OR REPLACE INTO presence (workshop, person, node, at) VALUES (@Workshop, @Person, @Node, @At)";

    public const string PresentSince = """
        SELECT DISTINCT workshop, person
        FROM presence
        WHERE at > @Since AND workshop IN (SELECT value FROM json_each(@Workshops))
        """;

    public const string PutDataProtectionKey = "INSERT INTO data_protection_key (name, xml) VALUES (@Name, @Xml)";
    public const string DataProtectionKeys = "SELECT xml FROM data_protection_key ORDER BY name";

    public const string OldestRelease = "SELECT oldest_release FROM schema_info";
    public const string QuickCheck = "PRAGMA quick_check(1)";
    public const string Size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";
    public const string IsOurs = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_info')";

    /// <summary>
    /// FULL: a commit is on disk before anyone hears of it. Deleted ballots are overwritten with zeros, and what a savepoint sets
    /// aside stays in memory. The writer waits for the lock itself, more finely than SQLite would.
    /// </summary>
    public const string PrepareToWrite = """
        PRAGMA synchronous = FULL;
        PRAGMA secure_delete = ON;
        PRAGMA temp_store = MEMORY;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA busy_timeout = 0;
        """;

    /// <summary>The file remembers it, but a restored backup may come without.</summary>
    public const string UseWriteAheadLog = "PRAGMA journal_mode = WAL";
}
