namespace Workshop.Storage.SqlServer;

/// <summary>Every statement in SQL Server's dialect; what <see cref="IStatements"/> names first, then what only SQL Server needs.</summary>
sealed class Statements : IStatements
{
    public string Append => """
        INSERT INTO log (workshop, seq, v, command, actor, at, body_hash, events, hash)
        VALUES (@Workshop, @Seq, @V, @Command, @Actor, @At, @BodyHash, @Events, @Hash)
        """;

    public string CommitsAfter => """
        SELECT seq, v, command, actor, at, body_hash, events, hash
        FROM log
        WHERE workshop = @Workshop AND seq > @Seq
        ORDER BY seq
        """;

    // MAX(seq) with GROUP BY would walk the whole log.
    public string Heads => """
        SELECT asked.workshop, asked.seq
        FROM (
            SELECT j.value AS workshop, (SELECT MAX(l.seq) FROM log AS l WHERE l.workshop = j.value COLLATE Latin1_General_BIN2) AS seq
            FROM OPENJSON(@Workshops) AS j
        ) AS asked
        WHERE asked.seq IS NOT NULL
        """;

    public string PutPerson => """
        UPDATE person SET seq = @Seq, salt = @Salt, data = @Data
        WHERE workshop = @Workshop AND person = @Person AND version = @Version;
        IF @@ROWCOUNT = 0
            INSERT INTO person (workshop, person, version, seq, salt, data)
            VALUES (@Workshop, @Person, @Version, @Seq, @Salt, @Data);
        """;

    public string PeopleAfter => """
        SELECT person, version, salt, data
        FROM person
        WHERE workshop = @Workshop AND seq > @Seq
        ORDER BY seq, person, version
        """;

    public string OpenBox => "INSERT INTO box (box, [open]) VALUES (@Box, 1)";
    public string AddToRoll => "INSERT INTO roll (box, person, voted) SELECT @Box, value, 0 FROM OPENJSON(@People)";

    // The update changes nothing: it takes the lock. What is true behind it is read by a statement of its own.
    public string IsBoxOpen => """
        UPDATE box WITH (UPDLOCK, HOLDLOCK) SET [open] = [open] WHERE box = @Box;
        SELECT [open] FROM box WITH (UPDLOCK, HOLDLOCK) WHERE box = @Box;
        """;
    public string HasVoted => "SELECT voted FROM roll WHERE box = @Box AND person = @Person";
    public string MarkVoted => "UPDATE roll SET voted = 1 WHERE box = @Box AND person = @Person";
    public string EditHashOf => "SELECT edit_hash FROM item WHERE box = @Box AND id = @Id";
    public string PutItem => "INSERT INTO item (id, box, payload, edit_hash) VALUES (@Id, @Box, @Payload, @EditHash)";
    public string ReplaceItem => "UPDATE item SET payload = @Payload, edit_hash = @EditHash WHERE box = @Box AND id = @Id";
    public string CloseBox => "UPDATE box SET [open] = 0 WHERE box = @Box AND [open] = 1";
    public string ItemsOf => "SELECT id, payload, edit_hash FROM item WHERE box = @Box ORDER BY id";
    public string CountItems => "SELECT COUNT(*) FROM item WHERE box = @Box";

    public string DeleteOutcomes => """
        DELETE FROM outcome_priority WHERE workshop = @Workshop;
        DELETE FROM outcome_objective WHERE workshop = @Workshop;
        DELETE FROM outcome_action WHERE workshop = @Workshop;
        """;

    public string PutPriority => """
        INSERT INTO outcome_priority (workshop, rank, item, name, language, dots, voters, objective)
        VALUES (@Workshop, @Rank, @Item, @Name, @Language, @Dots, @Voters, @Objective)
        """;

    public string PutObjective => """
        INSERT INTO outcome_objective (workshop, line, number, text, language, priority_rank)
        VALUES (@Workshop, @Line, @Number, @Text, @Language, @PriorityRank)
        """;

    public string PutAction => """
        INSERT INTO outcome_action (workshop, line, objective, number, text, language)
        VALUES (@Workshop, @Line, @Objective, @Number, @Text, @Language)
        """;

    public string CreateAccount => """
        INSERT INTO account (id, login, normalized_login, display_name, language, password_hash, security_stamp, version, created_at)
        VALUES (@Id, @Login, @NormalizedLogin, @DisplayName, @Language, @PasswordHash, @SecurityStamp, @Version, @CreatedAt)
        """;

    public string UpdateAccount => """
        UPDATE account
        SET login = @Login, normalized_login = @NormalizedLogin, display_name = @DisplayName, language = @Language,
            password_hash = @PasswordHash, security_stamp = @SecurityStamp, version = version + 1
        WHERE id = @Id AND version = @Version
        """;

    const string Account = """
        SELECT id, login, normalized_login, display_name, language, password_hash, security_stamp, failures, delayed_until, version, created_at
        FROM account

        """;

    public string AccountById => Account + "WHERE id = @Id";
    public string AccountByLogin => Account + "WHERE normalized_login = @NormalizedLogin";
    public string AnyAccount => "SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM account) THEN 1 ELSE 0 END AS bit)";
    public string AddFailure => "UPDATE account SET failures = failures + 1 OUTPUT inserted.failures WHERE id = @Id";
    public string DelayAccount => "UPDATE account SET delayed_until = @Until WHERE id = @Id";
    public string ClearFailures => "UPDATE account SET failures = 0, delayed_until = NULL WHERE id = @Id AND (failures > 0 OR delayed_until IS NOT NULL)";
    public string SecurityStamps => "SELECT id, security_stamp FROM account WHERE id IN (SELECT value COLLATE Latin1_General_BIN2 FROM OPENJSON(@Ids))";

    public string CreateSetupLink => """
        INSERT INTO setup_link (token_hash, created_at)
        SELECT @TokenHash, @CreatedAt WHERE NOT EXISTS (SELECT 1 FROM account)
        """;

    public string IsSetupLink => "SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM setup_link WHERE token_hash = @TokenHash) THEN 1 ELSE 0 END AS bit)";
    public string DeleteSetupLinks => "DELETE FROM setup_link";

    public string ForgetEndedSignIns => "DELETE FROM ended_sign_in WHERE until < @Now";
    public string EndSignIn => "INSERT INTO ended_sign_in (session_hash, until) VALUES (@SessionHash, @Until)";
    public string EndedAmong => "SELECT session_hash FROM ended_sign_in WHERE session_hash IN (SELECT value COLLATE Latin1_General_BIN2 FROM OPENJSON(@Hashes))";

    public string CreateResetLink => "INSERT INTO reset_link (account, token_hash, until) VALUES (@Account, @TokenHash, @Until)";
    public string DeleteResetLink => "DELETE FROM reset_link WHERE account = @Account";
    public string AccountOfResetLink => "SELECT account FROM reset_link WHERE token_hash = @TokenHash AND until > @Now";

    public string PutMembership => "INSERT INTO membership (account, workshop, person) VALUES (@Account, @Workshop, @Person)";
    public string MembershipIn => "SELECT person FROM membership WHERE account = @Account AND workshop = @Workshop";
    public string MembershipsOf => "SELECT workshop, person FROM membership WHERE account = @Account ORDER BY workshop DESC";

    public string PutDoor => "INSERT INTO door (workshop, code) VALUES (@Workshop, @Code)";
    public string DoorByCode => "SELECT workshop FROM door WHERE code = @Code";
    public string CodeOf => "SELECT code FROM door WHERE workshop = @Workshop";

    public string PutParticipantSession => """
        INSERT INTO participant_session (token_hash, workshop, person, join_key_hash, created_at)
        VALUES (@TokenHash, @Workshop, @Person, @JoinKeyHash, @CreatedAt)
        """;

    public string ParticipantSessionByToken => """
        SELECT token_hash, workshop, person, join_key_hash, created_at
        FROM participant_session
        WHERE token_hash = @TokenHash
        """;

    public string ParticipantSessionsOf => """
        SELECT token_hash, workshop, person, join_key_hash, created_at
        FROM participant_session
        WHERE workshop = @Workshop AND person = @Person
        ORDER BY created_at
        """;

    public string DeleteParticipantSession => "DELETE FROM participant_session WHERE token_hash = @TokenHash";

    
    // Stale rows that another node is writing just now are stepped over.
    public string ClearPresence => """
        DELETE FROM presence WHERE node = @Node;
        DELETE FROM presence WITH (READPAST) WHERE at < @Stale;
        """;
    public string PutPresence => """
        INSERT INTO presence (workshop, person, node, at)
        SELECT JSON_VALUE(value, '$[0]'), JSON_VALUE(value, '$[1]'), @Node, @At FROM OPENJSON(@People)
        """;

    public string PresentSince => """
        SELECT DISTINCT workshop, person
        FROM presence
        WHERE at > @Since AND workshop IN (SELECT value COLLATE Latin1_General_BIN2 FROM OPENJSON(@Workshops))
        """;

    public string PutDataProtectionKey => "INSERT INTO data_protection_key (name, xml) VALUES (@Name, @Xml)";
    public string DataProtectionKeys => "SELECT xml FROM data_protection_key ORDER BY name";

    public string OldestRelease => "SELECT oldest_release FROM schema_info";

    public const string DeleteItems = "DELETE FROM item WHERE box = @Box";

    /// <summary>An error rolls the whole transaction back; who does not get a lock is told so before anyone has lost patience.</summary>
    public const string PrepareToWrite = "SET XACT_ABORT ON; SET LOCK_TIMEOUT 1200;";

    public const string Begin = "BEGIN TRANSACTION";
    public const string Commit = "COMMIT TRANSACTION";
    public const string Rollback = "IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION";

    public const string Now = "SELECT SYSUTCDATETIME()";
    public const string Ping = "SELECT 1";

    public const string IsOurs = """
        SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 'schema_info') THEN 1 ELSE 0 END AS bit)
        """;

    public const string IsEmpty = """
        SELECT CAST(CASE WHEN EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME <> 'SchemaVersions') THEN 0 ELSE 1 END AS bit)
        """;

    /// <summary>0: every commit is on the disk before it is acknowledged, whatever a transaction asks for.</summary>
    public const string DelayedDurability = "SELECT delayed_durability FROM sys.databases WHERE database_id = DB_ID()";

    /// <summary>One node migrates, the others wait for it.</summary>
    public const string LockMigrations = """
        DECLARE @result int;
        EXEC @result = sp_getapplock @Resource = N'workshop-migrations', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = 60000;
        SELECT @result;
        """;
}
